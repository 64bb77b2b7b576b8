// Instantiates the clause rules for the one iterator and context of the grammar.
#include "engine/syntax/grammar/clause_def.h"

namespace hjemmel::syntax::grammar {

BOOST_SPIRIT_INSTANTIATE(TypeRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ParameterRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(RuleClauseRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ServiceClauseRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(PropertyClauseRule, Iterator, Context)

}  // namespace hjemmel::syntax::grammar
