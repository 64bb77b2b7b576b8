// Instantiates the declaration rule for the one iterator and context of the grammar.
#include "engine/syntax/grammar/declaration_def.h"

namespace hjemmel::syntax::grammar {

BOOST_SPIRIT_INSTANTIATE(DeclarationRule, Iterator, Context)

}  // namespace hjemmel::syntax::grammar
