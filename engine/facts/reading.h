// What the readers of one case share: the program that gives the types, the sink, and the case that is being filled.
//
// In: nothing. Out: two small structures and the words that messages use for a fact and for what was written. A message about
// a sensitive fact never repeats its value: messages travel to logs, and the source line that a user sees does not.
// Tested in tests/unit/facts.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/date.h"
#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/eval/facts.h"
#include "engine/ir/program.h"

namespace hjemmel::facts {

struct Reading {
  ir::Program const& program;
  diag::Sink& sink;
  eval::Case& facts;                        // ranges, texts and origins land here as values are read
  std::optional<base::Date> as_known_on{};  // what became known later counts as not asked
};

// A fact, or a field of one record in a list.
struct Slot {
  ir::FactInfo const& info;
  std::string path;  // for messages: `case.seizures[1].amount`
};

// `text` in back-ticks, cut when it is long, with characters that a terminal would obey replaced.
[[nodiscard]] std::string quote(std::string_view text);
// What was written, as quote() shows it; `this value` where the fact is sensitive.
[[nodiscard]] std::string shown(Slot const& slot, std::string_view text);
// `a`, `b` or `c`; at most twelve names, then how many more there are.
[[nodiscard]] std::string one_of(std::span<std::string const> names);
// A value of the slot's type as people write it: `12 g`, `2026-03-01`, `3`.
[[nodiscard]] std::string bound_text(Slot const& slot, base::Decimal number, ir::Program const& program);

}  // namespace hjemmel::facts
