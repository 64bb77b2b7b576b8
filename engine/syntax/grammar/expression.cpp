// Instantiates the expression rules for the one iterator and context of the grammar.
#include "engine/syntax/grammar/expression_def.h"

namespace hjemmel::syntax::grammar {

BOOST_SPIRIT_INSTANTIATE(OperandRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(NameSetRule, Iterator, Context)

}  // namespace hjemmel::syntax::grammar
