// The one iterator and the one context that every rule of the grammar is instantiated for.
//
// parse.cpp builds exactly this context, `x3::with<SessionTag>(session)[…]` without a skipper; with any other, a rule of
// another file is an undefined reference. Tested by every test of the grammar, since they link.
#pragma once

#include <boost/spirit/home/x3/support/context.hpp>
#include <boost/spirit/home/x3/support/unused.hpp>

#include "engine/syntax/grammar/session.h"

namespace hjemmel::syntax::grammar {

struct SessionTag;

using Context = boost::spirit::x3::context<SessionTag, Session, boost::spirit::x3::unused_type>;

}  // namespace hjemmel::syntax::grammar
