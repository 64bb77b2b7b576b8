// What a verb says of several packages: text for people, one package after the other, or one JSON document `{"packages": […]}`.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "engine/cli/output.h"

namespace hjemmel::cli {

// `check`: folder to what is to be said of it, with `findings`, `error` and `status`. `write`: that as JSON. `tell`: as text. Gives the
// exit status of the worst.
template <class Check, class Write, class Tell>
[[nodiscard]] int each_package(std::vector<std::string> const& folders, Format format, Check check, Write write,
                               Tell tell) {
  std::string out;
  explain::JsonWriter writer(out, explain::Layout::indented);
  int status = kDone;
  bool const json = format == Format::json;
  if (json) {
    writer.begin_object();
    writer.key("packages");
    writer.begin_array();
  }
  for (std::string const& folder : folders) {
    auto const checked = check(folder);
    status = std::max(status, checked.status);
    if (json) {
      write(writer, checked);
      continue;
    }
    report(checked.findings, api::Failure::none, checked.error, Format::text);
    out += tell(checked);
  }
  if (json) {
    writer.end_array();
    writer.end_object();
    out += "\n";
  }
  return write_out(out, status);
}

}  // namespace hjemmel::cli
