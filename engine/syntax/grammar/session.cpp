// The bookkeeping of one parse: nodes, the ends of the last tokens, and the furthest failure.
#include "engine/syntax/grammar/session.h"

#include <boost/spirit/home/x3.hpp>

#include "engine/syntax/parse.h"

namespace hjemmel::syntax::grammar {

Session::Session(std::string_view text, Iterator start)
    : begin_(text.data()),
      start_(start),
      end_(text.data() + text.size()),
      language_(language_of(text)),
      furthest_(start) {
  nodes_.reserve(text.size() / 8 + 16);
  keywords_.reserve(text.size() / 16 + 16);
}

bool Session::first_on_line(Iterator at) const {
  while (at != start_ && (at[-1] == ' ' || at[-1] == '\t')) {
    --at;
  }
  return in_column_one(at);
}

void Session::take(Iterator begin, Iterator end, Iterator after) {
  drop_after(offset(begin));
  taken_[taken_count_++ % kRemembered] = {end, after};
}

void Session::take_leaf(NodeKind kind, Iterator begin, Iterator end, Iterator after) {
  take(begin, end, after);
  nodes_.push_back({offset(begin), offset(end), kind});
}

void Session::take_keyword(Keyword keyword, Iterator begin, Iterator end, Iterator after) {
  take(begin, end, after);
  note_keyword(keyword, begin, end);
}

void Session::close_node(NodeKind kind, Iterator begin, Iterator after) {
  if (kind == NodeKind::parameter) {
    NodeKind const type = nodes_.back().kind;
    bare_parameters_.push_back(type == NodeKind::type_int || type == NodeKind::type_decimal);
  }
  add_node(kind, begin, end_of_token_before(after));
}

void Session::add_node(NodeKind kind, Iterator begin, Iterator end) {
  drop_after(offset(end));
  nodes_.push_back({offset(begin), offset(end), kind});
}

Iterator Session::end_of_token_before(Iterator after) const {
  for (std::size_t back = 1; back <= kRemembered && back <= taken_count_; ++back) {
    Taken const& taken = taken_[(taken_count_ - back) % kRemembered];
    if (taken.after == after) {
      return taken.end;
    }
  }
  return after;
}

void Session::miss(Iterator at, Expectation expectation) {
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

Iterator Session::mute(Iterator at) {
  Iterator const earlier = muted_;
  muted_ = at;
  return earlier;
}

void Session::refuse(Fault fault) {
  Iterator const at = fault.begin;
  fault_ = std::move(fault);
  throw boost::spirit::x3::expectation_failure<Iterator>(at, "fault");
}

void Session::give_up(Iterator at) { throw boost::spirit::x3::expectation_failure<Iterator>(at, "expectation"); }

void Session::enter(Iterator at) {
  if (++depth_ > kMaxNesting + 1) {
    --depth_;
    refuse({diag::Kind::nested_too_deeply, at, at == end_ ? at : at + 1,
            "this expression is nested more than " + std::to_string(kMaxNesting) + " levels deep",
            "give parts of it a name with `define`"});
  }
}

void Session::begin_declaration(Iterator at) {
  furthest_ = at;
  expected_count_ = 0;
  muted_ = nullptr;
  bare_parameters_.clear();
  fault_.reset();
}

void Session::drop_from(Iterator begin) { drop_after(offset(begin)); }

// What ends past `end` belongs to an attempt that was given up.
void Session::drop_after(std::uint32_t end) {
  while (!nodes_.empty() && nodes_.back().end > end) {
    nodes_.pop_back();
  }
  while (!keywords_.empty() && keywords_.back().end > end) {
    keywords_.pop_back();
  }
}

}  // namespace hjemmel::syntax::grammar
