// Formats are guessed by name; a date that the facts state is never changed.
#include "engine/api/question.h"

#include "engine/base/date.h"
#include "engine/facts/read_case.h"

namespace hjemmel::api {

document::Format format_of(FactsText const& facts) {
  if (facts.format == FactsFormat::guess) {
    return document::guess_format(facts.name, facts.text);
  }
  return facts.format == FactsFormat::json ? document::Format::json : document::Format::yaml;
}

std::string refuse_date(std::optional<std::string> const& at) {
  return !at || base::parse_date(*at)
             ? ""
             : "`" + *at + "` is not a date; write year, month and day with all zeros, as in `2026-05-04`";
}

void fill_date(ir::Program const& program, std::optional<std::string> const& at, eval::Case& facts) {
  if (at && program.decided_on.has_value()) {
    facts::fill_decision_date(facts, program, *base::parse_date(*at));
  }
}

std::optional<std::string> date_of(ir::FactId fact, eval::Case const& facts) {
  if (!fact.has_value() || !facts.scalars[fact.index].is_known()) {
    return std::nullopt;
  }
  return base::to_string(base::Date{static_cast<std::int32_t>(facts.scalars[fact.index].coefficient)});
}

}  // namespace hjemmel::api
