// As a possible outcome is told, of which this is the only one.
#include "engine/explain/headline.h"

#include "engine/explain/text_parts.h"

namespace hjemmel::explain {

std::string headline(eval::Outcome const& outcome, ir::Program const* program) {
  Names const names(program, Language::english);
  std::string unused;
  TextWriter out(unused);
  TextParts const parts{names, words_in(Language::english), out};
  return possible_headline(outcome, {outcome.status, outcome.modality, outcome.options, outcome.rules}, parts);
}

}  // namespace hjemmel::explain
