// Builds the context that config.h promises, and ends the grammar's exceptions.
#include "engine/syntax/grammar/read_declaration.h"

#include <boost/spirit/home/x3.hpp>

#include "engine/syntax/grammar/config.h"
#include "engine/syntax/grammar/declaration.h"

namespace hjemmel::syntax::grammar {

bool read_declaration(Session& session, Iterator& at) {
  session.begin_declaration(at);
  try {
    return x3::parse(at, session.end(), x3::with<SessionTag>(session)[declaration]);
  } catch (x3::expectation_failure<Iterator> const&) {
    return false;
  }
}

}  // namespace hjemmel::syntax::grammar
