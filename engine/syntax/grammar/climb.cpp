// The climbing loop.
#include "engine/syntax/grammar/climb.h"

#include <array>
#include <string>

#include "engine/syntax/grammar/expression.h"
#include "engine/syntax/parse.h"

namespace hjemmel::syntax::grammar {
namespace {

struct Way {
  NodeKind kind{};
  Keyword written;
};

constexpr std::array kWays{
    Way{NodeKind::rounded_half_up, "half up"},
    Way{NodeKind::rounded_half_even, "half even"},
    Way{NodeKind::rounded_up, "up"},
    Way{NodeKind::rounded_down, "down"},
};

std::string quoted(std::string_view words) { return "`" + std::string(words) + "`"; }

// One look at the first letter before the word is compared.
bool begins_not(Session const& session, Iterator at) {
  return *at == (session.language() == Language::en ? 'n' : 'i') && scan::stands_at(session, at, "not");
}

// One climb: the place it has come to and what it needs to call the rules.
class Climber {
 public:
  Climber(Iterator& first, Iterator const& last, Context const& context)
      : first_(first), last_(last), context_(context), session_(session_of(context)) {}

  bool read(Level loosest);

 private:
  bool read_prefix(Level loosest);
  bool read_date_behind(Iterator begin);
  bool read_deeper(Level loosest);
  void read_needed(Level loosest);
  void read_chain(Operator const& op, Iterator begin);
  void read_comparison(Operator const& op, Iterator begin);
  void read_comparison_end(NodeKind kind);
  void read_rounding(Iterator begin);
  void count_operand(int& operands);
  // The operator at the place that was come to; it is asked for several times at the same one.
  Operator const* next_operator();
  void take(Operator const& op);
  [[nodiscard]] std::string_view written(Operator const& op) const { return op.written.in(session_.language()); }

  Iterator& first_;
  Iterator const& last_;
  Context const& context_;
  Session& session_;
  Iterator looked_at_ = nullptr;  // where `found_` stands
  FoundOperator found_;
};

Operator const* Climber::next_operator() {
  if (looked_at_ != first_) {
    found_ = find_operator(session_, first_);
    looked_at_ = first_;
  }
  return found_.op;
}

// The one that next_operator has found.
void Climber::take(Operator const& op) {
  if (op.is_sign) {
    session_.take(first_, found_.end, found_.after);
  } else {
    session_.take_keyword(op.written, first_, found_.end, found_.after);
  }
  first_ = found_.after;
}

bool Climber::read_deeper(Level loosest) {
  Nesting const level(session_, first_);
  return read(loosest);
}

// A value must follow: an operator stands before it.
void Climber::read_needed(Level loosest) {
  if (!read(loosest)) {
    session_.give_up(first_);
  }
}

bool Climber::read_prefix(Level loosest) {
  Iterator const begin = first_;
  bool const open = session_.open_at(first_);
  if (open && loosest <= Level::negation && begins_not(session_, first_)) {
    scan::word(session_, first_, "not");
    if (!read_deeper(Level::negation)) {
      session_.give_up(first_);
    }
    session_.close_node(NodeKind::negation, begin, first_);
    return true;
  }
  if (open && *first_ == '-' && scan::sign(session_, first_, "-")) {
    if (!read_deeper(Level::unary)) {
      session_.give_up(first_);
    }
    session_.close_node(NodeKind::minus, begin, first_);
    return true;
  }
  return operand.parse(first_, last_, context_, x3::unused, x3::unused) && read_date_behind(begin);
}

// `base_amount at case.date`, as the law is on that date; `at most` and `at least` are comparisons.
bool Climber::read_date_behind(Iterator begin) {
  char const first_letter = session_.language() == Language::en ? 'a' : 'v';
  bool const stands = session_.open_at(first_) && *first_ == first_letter && scan::stands_at(session_, first_, "at") &&
                      !scan::stands_at(session_, first_, "at most") && !scan::stands_at(session_, first_, "at least");
  if (stands) {
    scan::word(session_, first_, "at");
    if (!operand.parse(first_, last_, context_, x3::unused, x3::unused)) {
      session_.give_up(first_);
    }
    session_.close_node(NodeKind::as_of_date, begin, first_);
  }
  return true;
}

bool Climber::read(Level loosest) {
  Iterator const begin = first_;
  if (!read_prefix(loosest)) {
    return false;
  }
  int operands = 1;
  while (loosest != Level::unary) {
    Operator const* const op = next_operator();
    if (op == nullptr) {
      session_.miss(first_, {"an operator"});
      return true;
    }
    if (op->level < loosest) {
      return true;
    }
    if (op->level == Level::connective) {
      read_chain(*op, begin);
    } else if (op->level == Level::comparison) {
      read_comparison(*op, begin);
    } else if (op->level == Level::rounding) {
      take(*op);
      read_rounding(begin);
    } else {
      count_operand(operands);
      take(*op);
      read_needed(op->level == Level::sum ? Level::product : Level::unary);
      session_.close_node(op->kind, begin, first_);
    }
  }
  return true;
}

void Climber::count_operand(int& operands) {
  if (++operands > kMaxOperands) {
    session_.refuse({diag::Kind::too_many_operands, first_, first_ + 1,
                     "more than " + std::to_string(kMaxOperands) + " values are joined in one expression",
                     "give parts of it a name with `define`"});
  }
}

// `a and b and c` is one node; `or` in it needs parentheses.
void Climber::read_chain(Operator const& op, Iterator begin) {
  int operands = 1;
  Operator const* next = &op;
  while (next != nullptr && next->kind == op.kind) {
    count_operand(operands);
    take(op);
    read_needed(Level::negation);
    next = next_operator();
  }
  session_.close_node(op.kind, begin, first_);
  if (next != nullptr && next->level == Level::connective) {
    session_.refuse({diag::Kind::mixed_connectives, first_, first_ + written(*next).size(),
                     quoted(written(*next)) + " after " + quoted(written(op)) + " can be read in two ways",
                     "put parentheses around what belongs together: `(a and b) or c`, or `a and (b or c)`"});
  }
}

void Climber::read_comparison(Operator const& op, Iterator begin) {
  take(op);
  read_comparison_end(op.kind);
  session_.close_node(op.kind, begin, first_);
  Operator const* const next = next_operator();
  if (next != nullptr && next->level == Level::comparison) {
    session_.refuse({diag::Kind::chained_comparison, first_,
                     first_ + written(*next).substr(0, written(*next).find(' ')).size(),
                     "one comparison follows another", "write each by itself, joined by `and`: `a < b and b < c`"});
  }
}

// What stands behind the operator.
void Climber::read_comparison_end(NodeKind kind) {
  bool read_it = true;
  if (kind == NodeKind::in_set || kind == NodeKind::not_in_set) {
    read_it = name_set.parse(first_, last_, context_, x3::unused, x3::unused);
  } else if (kind == NodeKind::may_be) {
    read_it = scan::name(session_, first_);
  } else if (kind != NodeKind::is_applicable && kind != NodeKind::is_not_applicable) {
    read_it = read(Level::rounding);
  }
  if (!read_it) {
    session_.give_up(first_);
  }
}

// A number, perhaps with its unit, and the way: both are words of the rules, never worked out.
void Climber::read_rounding(Iterator begin) {
  bool const has_step = scan::numeric(session_, first_);
  if (has_step) {
    for (Way const& way : kWays) {
      if (scan::words(session_, first_, way.written)) {
        session_.close_node(way.kind, begin, first_);
        return;
      }
    }
  }
  session_.give_up(first_);
}

}  // namespace

bool climb(Iterator& first, Iterator const& last, Context const& context, Level loosest) {
  return Climber(first, last, context).read(loosest);
}

}  // namespace hjemmel::syntax::grammar
