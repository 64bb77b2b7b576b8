// The tables of operators, and what stands at a place by them.
#include "engine/syntax/grammar/operators.h"

#include <array>
#include <bit>
#include <cstdint>

namespace hjemmel::syntax::grammar {
namespace {

constexpr std::array kWordOperators{
    Operator{NodeKind::conjunction, Level::connective, "and"},
    Operator{NodeKind::disjunction, Level::connective, "or"},
    Operator{NodeKind::at_most, Level::comparison, "at most"},
    Operator{NodeKind::at_least, Level::comparison, "at least"},
    Operator{NodeKind::is_not_applicable, Level::comparison, "is not applicable"},
    Operator{NodeKind::is_not, Level::comparison, "is not"},
    Operator{NodeKind::is_applicable, Level::comparison, "is applicable"},
    Operator{NodeKind::is, Level::comparison, "is"},
    Operator{NodeKind::may_be, Level::comparison, "may be"},
    Operator{NodeKind::in_set, Level::comparison, "in"},
    Operator{NodeKind::not_in_set, Level::comparison, "not in"},
    Operator{NodeKind::part_of, Level::product, "of"},
    Operator{NodeKind::rounded_half_up, Level::rounding, "rounded to"},
};

constexpr std::array kSignOperators{
    Operator{NodeKind::less_equal, Level::comparison, Keyword::of_sign("<="), true},
    Operator{NodeKind::less, Level::comparison, Keyword::of_sign("<"), true},
    Operator{NodeKind::greater_equal, Level::comparison, Keyword::of_sign(">="), true},
    Operator{NodeKind::greater, Level::comparison, Keyword::of_sign(">"), true},
    Operator{NodeKind::equal, Level::comparison, Keyword::of_sign("="), true},
    Operator{NodeKind::not_equal, Level::comparison, Keyword::of_sign("!="), true},
    Operator{NodeKind::add, Level::sum, Keyword::of_sign("+"), true},
    Operator{NodeKind::subtract, Level::sum, Keyword::of_sign("-"), true},
    Operator{NodeKind::multiply, Level::product, Keyword::of_sign("*"), true},
    Operator{NodeKind::divide, Level::product, Keyword::of_sign("/"), true},
};

// Which word operators begin with a byte, a bit each; above them one for all signs.
using OperatorBits = std::uint16_t;
constexpr OperatorBits kSigns = OperatorBits{1} << kWordOperators.size();

constexpr std::array<OperatorBits, 256> operators_by_byte(Language language) {
  std::array<OperatorBits, 256> bits{};
  for (std::size_t i = 0; i < kWordOperators.size(); ++i) {
    bits[static_cast<unsigned char>(kWordOperators[i].written.in(language).front())] |= OperatorBits{1} << i;
  }
  for (Operator const& op : kSignOperators) {
    bits[static_cast<unsigned char>(op.written.in(language).front())] |= kSigns;
  }
  return bits;
}

constexpr std::array<OperatorBits, 256> kEnglishOperators = operators_by_byte(Language::en);
constexpr std::array<OperatorBits, 256> kBokmaalOperators = operators_by_byte(Language::nb);

FoundOperator find_sign(Session& session, Iterator at) {
  char const second = at + 1 == session.end() ? '\0' : at[1];
  if ((*at == '-' || *at == '=') && second == '>') {
    return {};
  }
  if (*at == '=' && second == '=') {
    session.refuse({diag::Kind::double_equals, at, at + 2, "`==` is no comparison here", "write `=`"});
  }
  for (Operator const& op : kSignOperators) {
    std::string_view const sign = op.written.in(Language::en);
    if (sign.front() == *at && (sign.size() == 1 || second == sign[1])) {
      return {&op, at + sign.size(), scan::skip_blanks(at + sign.size(), session.end())};
    }
  }
  return {};
}

// `14 % of x`: elsewhere the word may begin a clause.
bool stands_behind_percent(Session const& session, Iterator at) {
  Iterator const end = session.end_of_token_before(at);
  return end != at && end[-1] == '%';
}

// Most of those that begin with the same byte go on with another.
bool second_byte_fits(Session const& session, Iterator at, std::string_view written) {
  return written.size() < 2 || written[1] == ' ' || (at + 1 != session.end() && at[1] == written[1]);
}

bool is_set_at(Session const& session, Iterator at) { return at != session.end() && *at == '{'; }

FoundOperator find_word(Session const& session, Iterator at, OperatorBits bits) {
  for (; bits != 0; bits &= static_cast<OperatorBits>(bits - 1)) {
    Operator const& op = kWordOperators[static_cast<std::size_t>(std::countr_zero(bits))];
    if (!second_byte_fits(session, at, op.written.in(session.language()))) {
      continue;
    }
    scan::PhraseEnds const ends = scan::ends_of_phrase(session, at, op.written);
    if (ends.word == nullptr || (op.kind == NodeKind::part_of && !stands_behind_percent(session, at))) {
      continue;
    }
    // `in force from …` is a clause behind a condition, no membership
    bool const clause =
        op.kind == NodeKind::in_set && !is_set_at(session, ends.next) && scan::stands_at(session, at, "in force");
    return clause ? FoundOperator{} : FoundOperator{&op, ends.word, ends.next};
  }
  return {};
}

}  // namespace

FoundOperator find_operator(Session& session, Iterator at) {
  if (!session.open_at(at)) {
    return {};
  }
  auto const& by_byte = session.language() == Language::en ? kEnglishOperators : kBokmaalOperators;
  OperatorBits const bits = by_byte[static_cast<unsigned char>(*at)];
  if (bits == 0) {
    return {};
  }
  return bits == kSigns ? find_sign(session, at) : find_word(session, at, bits);
}

}  // namespace hjemmel::syntax::grammar
