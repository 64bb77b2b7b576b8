// The rule of one declaration, from its word in column 1 to before the next one; parse.cpp calls it once a declaration.
#pragma once

#include "engine/syntax/grammar/directive.h"

namespace hjemmel::syntax::grammar {

using DeclarationRule = x3::rule<struct DeclarationId>;

inline DeclarationRule const declaration("declaration");

// What a package itself declares: what an amendment adds, or replaces.
using OrdinaryRule = x3::rule<struct OrdinaryId>;

inline OrdinaryRule const ordinary_declaration("ordinary_declaration");

BOOST_SPIRIT_DECLARE(DeclarationRule, OrdinaryRule)

}  // namespace hjemmel::syntax::grammar
