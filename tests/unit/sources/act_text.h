// An act as a text of a test: front matter, then what the test writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"
#include "engine/sources/read_act.h"

namespace hjemmel::sources {

inline constexpr std::string_view kFront = "---\nrefid: \"lov/2030-01-01-1\"\n---\n\n";

// What reading a text gave: the act, or the messages about it.
struct ReadText {
  std::optional<Act> act;
  std::vector<std::string> messages;  // `3: message [kind]`, the number is the line
};

inline ReadText read_whole(std::string text) {
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("act.md", std::move(text));
  ReadText read{read_act(file, sources, sink), {}};
  for (diag::Diagnostic const& one : sink.all()) {
    auto const line = source::locate(sources.file(file).text, one.span.begin).line;
    read.messages.push_back(std::to_string(line) + ": " + one.message + " [" + std::string(diag::kind_name(one.kind)) +
                            "]");
  }
  return read;
}

inline ReadText read_body(std::string_view body) { return read_whole(std::string(kFront) + std::string(body)); }

// Of a text without fault.
inline Act act_of(std::string_view body) { return *read_body(body).act; }

}  // namespace hjemmel::sources
