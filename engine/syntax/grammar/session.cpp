// The bookkeeping of one parse: nodes, the ends of the last tokens, and the furthest failure.
#include "engine/syntax/grammar/session.h"

#include <boost/spirit/home/x3.hpp>

#include "engine/base/large_pages.h"

namespace hjemmel::syntax::grammar {

Session::Session(std::string_view text, Iterator start)
    : begin_(text.data()),
      start_(start),
      end_(text.data() + text.size()),
      language_(language_of(text)),
      furthest_(start) {
  // Room that is not used is not touched; a list that grows is copied. The list that is filled least comes first: where a thread's
  // memory begins there are no large pages.
  base::reserve_large(keywords_, text.size() / 12 + 16);
  base::reserve_large(nodes_, text.size() / 5 + 16);
}

void Session::look_at_line(Iterator at) const {
  line_asked_at_ = at;
  while (at != start_ && (at[-1] == ' ' || at[-1] == '\t')) {
    --at;
  }
  first_on_line_ = in_column_one(at);
}

void Session::drop_after(std::uint32_t end) {
  while (!nodes_.empty() && nodes_.back().end > end) {
    nodes_.pop_back();
  }
  while (!keywords_.empty() && keywords_.back().end > end) {
    keywords_.pop_back();
  }
}

// The type stands right before its parameter.
void Session::note_parameter() {
  NodeKind const type = nodes_.back().kind;
  bare_parameters_.push_back(type == NodeKind::type_int || type == NodeKind::type_decimal);
}

Iterator Session::end_of_earlier_token(Iterator after) const {
  for (std::size_t back = 2; back <= kRemembered && back <= taken_count_; ++back) {
    Taken const& taken = taken_[(taken_count_ - back) % kRemembered];
    if (taken.after == after) {
      return taken.end;
    }
  }
  return after;
}

void Session::note_miss(Iterator at, Expectation expectation) {
  if (at < furthest_ || at == muted_) {
    return;
  }
  if (at > furthest_) {
    furthest_ = at;
    expected_count_ = 0;
  }
  if (expected_count_ < kMaxExpected) {
    expected_[expected_count_++] = expectation;
  }
}

void Session::refuse(Fault fault) {
  Iterator const at = fault.begin;
  fault_ = std::move(fault);
  throw boost::spirit::x3::expectation_failure<Iterator>(at, "fault");
}

void Session::give_up(Iterator at) { throw boost::spirit::x3::expectation_failure<Iterator>(at, "expectation"); }

void Session::refuse_depth(Iterator at) {
  --depth_;
  refuse({diag::Kind::nested_too_deeply, at, at == end_ ? at : at + 1,
          "this expression is nested more than " + std::to_string(kMaxNesting) + " levels deep",
          "give parts of it a name with `define`"});
}

void Session::begin_declaration(Iterator at) {
  before_ = {end_of_token_before(at), at};
  start(Misses::ignored);
}

void Session::begin_again() {
  drop_from(before_.after);
  start(Misses::noted);
}

void Session::start(Misses misses) {
  misses_ = misses;
  furthest_ = before_.after;
  expected_count_ = 0;
  muted_ = nullptr;
  taken_[0] = before_;
  taken_count_ = 1;
  bare_parameters_.clear();
  fault_.reset();
}

}  // namespace hjemmel::syntax::grammar
