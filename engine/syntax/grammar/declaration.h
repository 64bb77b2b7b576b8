// The rule of one declaration, from its word in column 1 to before the next one; parse.cpp calls it once a declaration.
#pragma once

#include "engine/syntax/grammar/directive.h"

namespace hjemmel::syntax::grammar {

using DeclarationRule = x3::rule<struct DeclarationId>;

inline DeclarationRule const declaration("declaration");

BOOST_SPIRIT_DECLARE(DeclarationRule)

}  // namespace hjemmel::syntax::grammar
