// The rules of expressions that other files use. Their right-hand sides stand in expression_def.h; operators in climb.h.
#pragma once

#include "engine/syntax/grammar/climb.h"

namespace hjemmel::syntax::grammar {

using OperandRule = x3::rule<struct OperandId>;
using NameSetRule = x3::rule<struct NameSetId>;

inline OperandRule const operand("operand");    // one value: no operator outside parentheses
inline NameSetRule const name_set("name set");  // {use, acquisition}

BOOST_SPIRIT_DECLARE(OperandRule, NameSetRule)

}  // namespace hjemmel::syntax::grammar
