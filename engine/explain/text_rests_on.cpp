// What an outcome rests on besides facts and rules: readings, defaults, presumptions, parameters, each with its source.
#include "engine/base/check.h"
#include "engine/explain/text_parts.h"

namespace hjemmel::explain {
namespace {

std::string_view pattern(eval::BasisKind kind, Words const& words) {
  switch (kind) {
    case eval::BasisKind::reading:
      return words.rests_on_reading;
    case eval::BasisKind::default_value:
      return words.rests_on_default;
    case eval::BasisKind::presumption:
      return words.rests_on_presumption;
    case eval::BasisKind::parameter:
      return words.rests_on_parameter;
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

}  // namespace

void write_rests_on(eval::Outcome const& outcome, TextParts const& parts) {
  if (!outcome.rests_on.empty()) {
    parts.out.heading(parts.words.rests_on);
    write_bases(2, outcome.rests_on, parts);
  }
}

void write_bases(std::size_t indent, std::vector<eval::RestsOn> const& rests_on, TextParts const& parts) {
  for (eval::RestsOn const& basis : rests_on) {
    parts.out.line(indent, phrase(pattern(basis.kind, parts.words), basis.name, basis.value));
    write_citations(indent + 2, basis.citations, parts);
  }
}

}  // namespace hjemmel::explain
