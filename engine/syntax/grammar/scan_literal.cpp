// Texts, numbers, dates and units, with a message of its own for each of the ways in which people write them otherwise.
#include <algorithm>
#include <array>
#include <string>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/moment.h"
#include "engine/syntax/grammar/scan.h"
#include "engine/syntax/grammar/words.h"

namespace hjemmel::syntax::grammar::scan {
namespace {

using diag::Kind;

std::string_view between(Iterator begin, Iterator end) { return {begin, static_cast<std::size_t>(end - begin)}; }

// The author's digits, cut where a message would become unreadable.
std::string quoted(std::string_view words) {
  constexpr std::size_t kLongest = 60;
  return "`" + std::string(words.substr(0, kLongest)) + (words.size() > kLongest ? "…`" : "`");
}

Iterator skip_digits(Iterator at, Iterator end) {
  while (at != end && is_digit(*at)) {
    ++at;
  }
  return at;
}

bool digit_at(Iterator at, Iterator end) { return at < end && is_digit(*at); }

bool sign_at(Iterator at, Iterator end, char sign) { return at < end && *at == sign; }

// The end of `digits SIGN digits SIGN digits`, or nullptr.
Iterator end_of_three_parts(Iterator at, Iterator end, char sign) {
  for (int part = 0; part < 3; ++part) {
    if (!digit_at(at, end)) {
      return nullptr;
    }
    at = skip_digits(at, end);
    if (part < 2 && !sign_at(at++, end, sign)) {
      return nullptr;
    }
  }
  return at;
}

std::string padded(std::string_view digits, std::size_t width) {
  return std::string(width - std::min(width, digits.size()), '0') + std::string(digits);
}

// The date that `2022-1-5` or `5.1.2022` means, as the language writes it; a sample date when it means none.
std::string date_meant(std::string_view written, char sign) {
  auto const first = written.find(sign);
  auto const second = written.find(sign, first + 1);
  std::string_view const a = written.substr(0, first);
  std::string_view const b = written.substr(first + 1, second - first - 1);
  std::string_view const c = written.substr(second + 1);
  bool const year_first = a.size() == 4;
  std::string const meant = padded(year_first ? a : c, 4) + "-" + padded(b, 2) + "-" + padded(year_first ? c : a, 2);
  return base::parse_date(meant) ? meant : "2026-03-01";
}

// A date in its right form; refused when there is no such day, or when it is written in another form. `hyphened` is the end of
// three parts with hyphens, or nullptr.
bool is_date(Session& session, Iterator first, Iterator hyphened, Iterator& date_end) {
  Iterator const end = session.end();
  if (hyphened != nullptr) {
    std::string_view const written = between(first, hyphened);
    bool const form = written.size() == 10 && first[4] == '-' && first[7] == '-';
    if (!form) {
      session.refuse(
          {Kind::date_form, first, hyphened, quoted(written) + " is not written as a date",
           "a date is written " + quoted(date_meant(written, '-')) + "; a subtraction needs blanks around `-`"});
    }
    if (!base::parse_date(written)) {
      session.refuse({Kind::no_such_day, first, hyphened, "there is no day " + quoted(written),
                      "the order is year, month, day; check the month and how many days it has"});
    }
    date_end = hyphened;
    return true;
  }
  Iterator const pointed = end_of_three_parts(first, end, '.');
  if (pointed != nullptr) {
    session.refuse({Kind::date_form, first, pointed, quoted(between(first, pointed)) + " is not written as a date",
                    "a date is written " + quoted(date_meant(between(first, pointed), '.'))});
  }
  return false;
}

// A date and `T`, and what stands with it without a blank; refused when it is no moment.
bool is_moment(Session& session, Iterator first, Iterator hyphened, Iterator& moment_end) {
  Iterator const end = session.end();
  if (hyphened == nullptr || hyphened == end || *hyphened != 'T') {
    return false;
  }
  auto const belongs = [](char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || c == 'z' || c == ':' || c == '+' || c == '-';
  };
  Iterator stop = hyphened;
  while (stop != end && (belongs(*stop) || (*stop == '.' && stop + 1 != end && is_digit(stop[1])))) {
    ++stop;
  }
  base::ParsedMoment const parsed = base::parse_moment(between(first, stop));
  if (!parsed.value) {
    session.refuse({Kind::date_form, first, stop, quoted(between(first, stop)) + " is not written as a moment",
                    std::string(parsed.help)});
  }
  moment_end = stop;
  return true;
}

// `10 000`: groups of three digits after a blank.
void refuse_digit_groups(Session& session, Iterator first, Iterator stop) {
  Iterator const end = session.end();
  Iterator last = stop;
  while (true) {
    Iterator const group = skip_spaces(last, end);
    Iterator const group_end = skip_digits(group, end);
    if (group == last || group_end - group != 3) {
      break;
    }
    last = group_end;
  }
  if (last != stop) {
    std::string together(first, last);
    std::erase_if(together, [](char byte) { return byte == ' ' || byte == '\t'; });
    session.refuse({Kind::digit_groups, first, last, "a number is written without blanks between its digits",
                    "write " + quoted(together)});
  }
}

// `2,500`: what it is most likely meant as comes first.
std::string instead_of_comma(std::string_view before, std::string_view behind) {
  std::string const decimal = quoted(std::string(before) + "." + std::string(behind)) + " for a decimal number";
  bool const thousands = before.size() <= 3 && behind.size() == 3 && before.find('.') == std::string_view::npos;
  std::string const whole = quoted(std::string(before) + std::string(behind)) + " for a whole number, ";
  return "write " + (thousands ? whole : "") + decimal + "; between two values put a blank after the comma";
}

void refuse_other_forms(Session& session, Iterator first, Iterator stop) {
  Iterator const end = session.end();
  if (sign_at(stop, end, ',') && digit_at(stop + 1, end)) {
    Iterator const last = skip_digits(stop + 1, end);
    session.refuse({Kind::decimal_comma, first, last, quoted(between(first, last)) + " could be one number or two",
                    instead_of_comma(between(first, stop), between(stop + 1, last))});
  }
  if (sign_at(stop, end, '-') && digit_at(stop + 1, end)) {
    Iterator const last = skip_digits(stop + 1, end);
    session.refuse({Kind::date_form, first, last,
                    quoted(between(first, last)) + " could be a date, a range or a subtraction",
                    "a subtraction needs blanks around `-`; a date is written `2026-03-01`"});
  }
  if (sign_at(stop, end, '.')) {
    session.refuse({Kind::number_form, first, stop + 1,
                    "digits must follow the point of " + quoted(between(first, stop + 1)),
                    "write " + quoted(between(first, stop)) + " for a whole number"});
  }
  bool const exponent = sign_at(stop, end, 'e') || sign_at(stop, end, 'E');
  Iterator const power = exponent && (sign_at(stop + 1, end, '-') || sign_at(stop + 1, end, '+')) ? stop + 2 : stop + 1;
  if (exponent && digit_at(power, end)) {
    Iterator const last = skip_digits(power, end);
    session.refuse({Kind::number_form, first, last, "a number is written without an exponent", "write out its digits"});
  }
  if (sign_at(stop, end, '_')) {
    session.refuse(
        {Kind::number_form, first, stop + 1, "a number is written without `_`", "write its digits together"});
  }
}

void refuse_value(Session& session, Iterator first, Iterator stop) {
  if (*first != '0' && stop - first <= base::Decimal::kMaxDigits) {
    return;  // as short as this no number has a fault
  }
  std::string_view const written = between(first, stop);
  base::NumberFault const fault = base::parse_decimal(written).fault;
  if (fault == base::NumberFault::leading_zero) {
    std::size_t const zeros = std::min(written.find_first_not_of('0'), written.size() - 1);
    std::string_view const rest = written.substr(zeros);
    session.refuse({Kind::number_form, first, stop, "a number is written without a zero in front: " + quoted(written),
                    "write " + quoted(rest.front() == '.' ? "0" + std::string(rest) : std::string(rest))});
  }
  if (fault != base::NumberFault::none) {
    session.refuse({Kind::number_too_long, first, stop,
                    "the number has more than " + std::to_string(base::Decimal::kMaxDigits) + " digits",
                    "numbers are exact and hold at most that many"});
  }
}

// Past the digits of a number, with an optional point and digits.
Iterator end_of_number(Iterator at, Iterator end) {
  Iterator const stop = skip_digits(at, end);
  return sign_at(stop, end, '.') && digit_at(stop + 1, end) ? skip_digits(stop + 1, end) : stop;
}

void refuse_written_out(Session& session, Iterator first, Iterator stop) {
  std::string_view const word = between(first, stop);
  Keyword const* const bokmaal = unit_of_time(word, Language::nb, false);
  if (bokmaal != nullptr && unit_of_time(word, session.language(), false) == nullptr) {
    session.refuse({Kind::unit_written_out, first, stop, quoted(word) + " is not a unit",
                    "the file is in English: write " + quoted(bokmaal->in(Language::en))});
  }
  std::string_view const unit = short_unit(word);
  if (!unit.empty()) {
    session.refuse({Kind::unit_written_out, first, stop, quoted(between(first, stop)) + " is not a unit",
                    "write " + quoted(unit)});
  }
}

// `0.01 half up`, `3 rounded to 1 up`: words that stand behind a number and are no units.
bool follows_number(std::string_view word, Language language) {
  for (Keyword const& phrase :
       {Keyword("half up"), Keyword("up"), Keyword("down"), Keyword("rounded to"), Keyword("of")}) {
    std::string_view const words = phrase.in(language);
    if (words.substr(0, words.find(' ')) == word) {
      return true;
    }
  }
  return false;
}

// Where the unit behind a number ends; `at` itself: none there.
Iterator unit_behind(Session& session, Iterator at) {
  Iterator const stop = end_of_unit(at, session.end());
  std::string_view const word = between(at, stop);
  Language const language = session.language();
  bool const to = word == Keyword("to").in(language);  // `1 to 5`
  bool const other_end = to && digit_at(skip_spaces(stop, session.end()), session.end());
  if (word.empty() || is_reserved(word, language) || begins_clause(word, language) || other_end ||
      follows_number(word, language)) {
    return at;
  }
  refuse_written_out(session, at, stop);
  return stop;
}

// The leaf of a unit; one of time is a word of the language too.
void take_unit(Session& session, Iterator first, Iterator stop, Iterator after) {
  Iterator const number_end = session.end_of_token_before(first);
  bool const behind_number = number_end != first && is_digit(number_end[-1]);
  bool const one = behind_number && number_end[-1] == '1' && !is_digit(number_end[-2]) && number_end[-2] != '.';
  session.take_leaf(NodeKind::unit, first, stop, after);
  if (Keyword const* const time = unit_of_time(between(first, stop), session.language(), one)) {
    session.note_keyword(*time, first, stop);
  }
}

void take_number(Session& session, Iterator& first, Iterator stop) {
  Iterator const end = session.end();
  Iterator const unit = skip_spaces(stop, end);
  Iterator const unit_end = unit_behind(session, unit);
  if (unit_end == unit) {
    Iterator const after = skip_blanks(stop, end);
    session.take_leaf(NodeKind::number, first, stop, after);
    first = after;
    return;
  }
  Iterator const after = skip_blanks(unit_end, end);
  session.take_leaf(NodeKind::number, first, stop, unit);
  take_unit(session, unit, unit_end, after);
  session.add_node(NodeKind::quantity, first, unit_end);
  first = after;
}

// A leaf that is the whole token.
void take_plain(Session& session, Iterator& first, Iterator stop, NodeKind kind) {
  Iterator const after = skip_blanks(stop, session.end());
  session.take_leaf(kind, first, stop, after);
  first = after;
}

// Behind the closing quote of a text in which nothing needs a second look: no `\\`, no control character. Else nullptr.
Iterator end_of_plain_text(Iterator at, Iterator end) {
  for (++at; at != end && byte_of(*at) >= 0x20 && *at != '\\'; ++at) {
    if (*at == '"') {
      return at + 1;
    }
  }
  return nullptr;
}

void refuse_text_faults(Session& session, Iterator first, Iterator stop) {
  for (Iterator at = first + 1; at != stop; ++at) {
    if (*at == '\\') {
      if (at + 1 == stop || (at[1] != '"' && at[1] != '\\')) {
        session.refuse({Kind::invalid_escape, at, at + 1, "`\\` in a text stands only before `\"` or another `\\`",
                        "write `\\\\` for a backslash"});
      }
      ++at;
    } else if (static_cast<unsigned char>(*at) < 0x20 && *at != '\t') {
      session.refuse({Kind::control_character, at, at + 1, "a text cannot hold a control character", "take it away"});
    }
  }
}

}  // namespace

Iterator end_of_text(Iterator at, Iterator end) {
  for (++at; at != end && *at != '\n'; ++at) {
    if (*at == '\\' && at + 1 != end && at[1] != '\n') {
      ++at;
    } else if (*at == '"') {
      return at + 1;
    }
  }
  return nullptr;
}

Iterator end_of_unit(Iterator at, Iterator end) {
  if (sign_at(at, end, '%')) {
    return at + 1;
  }
  std::string_view const rest = between(at, end);
  bool const micro = rest.starts_with("\xC2\xB5") || rest.starts_with("\xCE\xBC");  // U+00B5, U+03BC
  return micro ? end_of_name(at + 2, end) : end_of_name(at, end);
}

bool text(Session& session, Iterator& first) {
  if (!session.open_at(first) || *first != '"') {
    session.miss(first, {"a text in quotes"});
    return false;
  }
  Iterator const plain = end_of_plain_text(first, session.end());
  Iterator const stop = plain != nullptr ? plain : end_of_text(first, session.end());
  if (stop == nullptr) {
    Iterator const line_end = std::find_if(first, session.end(), [](char c) { return c == '\n' || c == '\r'; });
    session.refuse({Kind::unclosed, first, line_end, "the text is not closed on its line",
                    "put `\"` where it ends; a text does not go on in the next line"});
  }
  if (plain == nullptr) {
    refuse_text_faults(session, first, stop - 1);
  }
  Iterator const after = skip_blanks(stop, session.end());
  session.take_leaf(NodeKind::text, first, stop, after);
  first = after;
  return true;
}

bool unit(Session& session, Iterator& first) {
  Iterator const stop = session.open_at(first) ? end_of_unit(first, session.end()) : first;
  if (stop == first || is_reserved(between(first, stop), session.language())) {
    session.miss(first, {"a unit"});
    return false;
  }
  refuse_written_out(session, first, stop);
  Iterator const after = skip_blanks(stop, session.end());
  take_unit(session, first, stop, after);
  first = after;
  return true;
}

bool date(Session& session, Iterator& first) {
  Iterator stop = first;
  if (!session.open_at(first) || !is_digit(*first) ||
      !is_date(session, first, end_of_three_parts(first, session.end(), '-'), stop)) {
    session.miss(first, {"a date such as `2026-03-01`"});
    return false;
  }
  take_plain(session, first, stop, NodeKind::date);
  return true;
}

bool truth(Session& session, Iterator& first) {
  Iterator const begin = first;
  bool const is_true = word(session, first, "true");
  if (!is_true && !word(session, first, "false")) {
    return false;
  }
  session.close_node(is_true ? NodeKind::true_literal : NodeKind::false_literal, begin, first);
  return true;
}

bool bare_number(Session& session, Iterator& first) {
  if (!session.open_at(first) || !is_digit(*first)) {
    session.miss(first, {"a number"});
    return false;
  }
  Iterator const stop = end_of_number(first, session.end());
  refuse_other_forms(session, first, stop);
  if (skip_spaces(stop, session.end()) - stop < 2) {
    refuse_digit_groups(session, first, stop);
  }
  refuse_value(session, first, stop);
  Iterator const after = skip_blanks(stop, session.end());
  session.take_leaf(NodeKind::number, first, stop, after);
  first = after;
  return true;
}

bool numeric(Session& session, Iterator& first) {
  if (!session.open_at(first) || !is_digit(*first)) {
    session.miss(first, {"a number"});
    return false;
  }
  Iterator stop = skip_digits(first, session.end());
  if (sign_at(stop, session.end(), '-') || sign_at(stop, session.end(), '.')) {
    Iterator const hyphened = end_of_three_parts(first, session.end(), '-');
    bool const moment = is_moment(session, first, hyphened, stop);
    if (moment || is_date(session, first, hyphened, stop)) {
      take_plain(session, first, stop, moment ? NodeKind::moment : NodeKind::date);
      return true;
    }
  }
  stop = end_of_number(first, session.end());
  refuse_other_forms(session, first, stop);
  refuse_digit_groups(session, first, stop);
  refuse_value(session, first, stop);
  take_number(session, first, stop);
  return true;
}

bool number_of_term(Session& session, Iterator& first, bool working) {
  if (!session.open_at(first) || !is_digit(*first)) {
    return false;
  }
  Iterator stop = first;
  while (stop != session.end() && is_digit(*stop)) {
    ++stop;
  }
  Iterator const unit = skip_spaces(stop, session.end());  // all on one line: the next may be a row of a table
  if (unit == session.end() || byte_of(*unit) < 'A') {
    return false;  // no word
  }
  Iterator behind = unit;
  if (working) {
    Keyword const days = stands_at(session, unit, "working days") ? Keyword("working days") : Keyword("working day");
    if (!stands_at(session, unit, days)) {
      return false;
    }
    for (std::size_t left = days.in(session.language()).find(' ') == std::string_view::npos ? 1 : 2; left > 0; --left) {
      behind = skip_spaces(behind + word_at(behind, session.end()).size(), session.end());
    }
  } else if (unit_of_time(word_at(unit, session.end()), session.language(), false) != nullptr) {
    behind = skip_spaces(unit + word_at(unit, session.end()).size(), session.end());
  }
  if (behind == unit || (!stands_at(session, behind, "after") && !stands_at(session, behind, "from"))) {
    return false;
  }
  session.take_leaf(NodeKind::number, first, stop, unit);
  first = unit;
  return true;
}

bool whole_number(Session& session, Iterator& first) {
  Iterator stop = first;
  while (stop != session.end() && session.open_at(first) && is_digit(*stop)) {
    ++stop;
  }
  if (stop == first) {
    session.miss(first, {"a whole number"});
    return false;
  }
  Iterator const after = skip_blanks(stop, session.end());
  session.take_leaf(NodeKind::number, first, stop, after);
  first = after;
  return true;
}

}  // namespace hjemmel::syntax::grammar::scan
