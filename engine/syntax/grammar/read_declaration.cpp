// Builds the context that config.h promises, ends the grammar's exceptions, and reads a faulty declaration a second time, for its
// message: the first time nothing is noted of what was looked for in vain.
#include "engine/syntax/grammar/read_declaration.h"

#include <boost/spirit/home/x3.hpp>

#include "engine/syntax/grammar/config.h"
#include "engine/syntax/grammar/declaration.h"

namespace hjemmel::syntax::grammar {

namespace {

bool read_on(Session& session, Iterator& at) {
  try {
    return x3::parse(at, session.end(), x3::with<SessionTag>(session)[declaration]);
  } catch (x3::expectation_failure<Iterator> const&) {
    return false;
  }
}

}  // namespace

bool read_declaration(Session& session, Iterator& at) {
  Iterator const begin = at;
  session.begin_declaration(at);
  if (read_on(session, at)) {
    return true;
  }
  session.begin_again();
  at = begin;
  return read_on(session, at);
}

}  // namespace hjemmel::syntax::grammar
