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
  if (outcome.rests_on.empty()) {
    return;
  }
  parts.out.heading(parts.words.rests_on);
  for (eval::RestsOn const& basis : outcome.rests_on) {
    parts.out.line(2, phrase(pattern(basis.kind, parts.words), basis.name, basis.value));
    write_citations(4, basis.citations, parts);
  }
}

}  // namespace hjemmel::explain
