// Texts of many cases, one after the other.
#include "tests/bench/write_lines.h"

#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "engine/base/date.h"
#include "tests/bench/files_by_hand.h"

namespace hjemmel::bench::files {
namespace {

using Text = fmt::memory_buffer;

void add_weights(Text& text, drawn::Act const& act) {
  char const* comma = "";
  for (std::size_t at = 0; at < act.count; ++at) {
    auto const [substance, hundredths] = act.weights[at];
    fmt::format_to(std::back_inserter(text), "{}{{\"name\":\"{}\",\"grams\":{}.{:02}}}", comma,
                   drawn::kSubstanceNames[substance], hundredths / 100, hundredths % 100);
    comma = ",";
  }
}

// A value, or `"unknown"`.
template <class Value>
void add_fact(Text& text, bool open, char const* name, char const* format, Value const& value) {
  fmt::format_to(std::back_inserter(text), ",\"{}\":", name);
  if (open) {
    text.append(std::string_view("\"unknown\""));
  } else {
    fmt::format_to(std::back_inserter(text), fmt::runtime(format), value);
  }
}

void add_open_weight(Text& text, drawn::OpenAct const& open, std::size_t at) {
  auto const [substance, hundredths] = open.act.weights[at];
  Text element;  // from its first comma on
  add_fact(element, open.substance[at], "name", "\"{}\"", drawn::kSubstanceNames[substance]);
  add_fact(element, open.hundredths[at], "grams", "{}", fmt::format("{}.{:02}", hundredths / 100, hundredths % 100));
  fmt::format_to(std::back_inserter(text), "{}{{{}}}", at == 0 ? "" : ",",
                 std::string_view(element.data() + 1, element.size() - 1));
}

void add_line(Text& text, std::size_t id, drawn::OpenAct const& open) {
  fmt::format_to(std::back_inserter(text), "{{\"id\":{}", id);
  add_fact(text, open.age, "age_at_act", "{}", open.act.age);
  add_fact(text, open.addicted, "addicted", "{}", open.act.addicted);
  add_fact(text, open.at_risk, "at_risk", "{}", open.act.at_risk);
  add_fact(text, open.own_use, "own_use", "{}", open.act.own_use);
  add_fact(text, open.what, "act", "\"{}\"", drawn::kActNames[open.act.act]);
  text.append(std::string_view(",\"substances\":["));
  for (std::size_t at = 0; at < open.act.count; ++at) {
    add_open_weight(text, open, at);
  }
  text.append(std::string_view("]"));
  add_fact(text, open.earlier, "prior_offences", "{}", open.act.earlier);
  add_fact(text, open.penalty_required, "penal_purpose_requires", "{}", open.act.penalty_required);
  text.append(std::string_view("}\n"));
}

void add_line(Text& text, std::size_t id, drawn::Act const& act) {
  auto const to = std::back_inserter(text);
  fmt::format_to(to, "{{\"id\":{},\"age_at_act\":{},\"addicted\":{},\"at_risk\":{},\"own_use\":{},\"act\":\"{}\",", id,
                 act.age, act.addicted, act.at_risk, act.own_use, drawn::kActNames[act.act]);
  fmt::format_to(to, "\"substances\":[");
  add_weights(text, act);
  fmt::format_to(to, "],\"prior_offences\":{},\"penal_purpose_requires\":{}}}\n", act.earlier, act.penalty_required);
}

template <class Values, class Write>
void add_members(Text& text, char kind, Values const& values, Write write) {
  for (std::size_t at = 0; at < values.size(); ++at) {
    fmt::format_to(std::back_inserter(text), ",\"{}{}\":{}", kind, at, write(values[at]));
  }
}

void add_line(Text& text, std::size_t id, drawn::Person const& person) {
  fmt::format_to(std::back_inserter(text), "{{\"id\":{}", id);
  add_members(text, 'b', person.b, [](bool value) { return value; });
  add_members(text, 'n', person.n, [](std::int32_t value) { return value; });
  add_members(text, 'e', person.e, [](std::uint8_t value) { return fmt::format("\"v{}\"", value); });
  add_members(text, 'd', person.d,
              [](std::int32_t value) { return fmt::format("\"{}\"", base::to_string(base::Date{value})); });
  fmt::format_to(std::back_inserter(text), "}}\n");
}

template <class Case>
std::string all_lines(std::span<Case const> cases) {
  Text text;
  for (std::size_t id = 0; id < cases.size(); ++id) {
    add_line(text, id, cases[id]);
  }
  return fmt::to_string(text);
}

}  // namespace

std::string lines_of(std::span<drawn::Act const> acts) { return all_lines(acts); }
std::string lines_of(std::span<drawn::Person const> persons) { return all_lines(persons); }
std::string lines_of(std::span<drawn::OpenAct const> acts) { return all_lines(acts); }

std::string line_of(std::size_t id, drawn::Person const& person) {
  Text text;
  add_line(text, id, person);
  return fmt::to_string(text);
}

std::string expected_lines(std::span<drawn::Act const> acts) {
  OutcomeLines lines;
  for (std::size_t id = 0; id < acts.size(); ++id) {
    lines.add(id, drawn::decide(acts[id]));
  }
  return lines.text();
}

std::string expected_bytes(std::span<drawn::Person const> persons) {
  std::string bytes;
  for (drawn::Person const& person : persons) {
    drawn::Failed failed{};
    drawn::check(person, failed);
    bytes.append(failed.begin(), failed.end());
  }
  return bytes;
}

bool write_file(std::string const& path, std::string const& text) {
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  return file.good();
}

}  // namespace hjemmel::bench::files
