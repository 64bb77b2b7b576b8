// Token parsers for the rules: each wraps one scanner of scan.h as an X3 parser without attribute.
//
// A token eats the blanks and comments behind itself, so the rules have no skipper; leaves go to the session's flat tree.
// Tested in tests/unit/syntax/token_test.cpp.
#pragma once

#include <string_view>

#include <boost/spirit/home/x3.hpp>

#include "engine/syntax/grammar/config.h"
#include "engine/syntax/grammar/scan.h"

namespace hjemmel::syntax::grammar {

namespace x3 = boost::spirit::x3;

[[nodiscard]] inline Session& session_of(Context const& context) { return x3::get<SessionTag>(context); }

// A token that needs no word: `name`, `text`, …
template <bool (*scanner)(Session&, Iterator&)>
struct Token : x3::parser<Token<scanner>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return scanner(session_of(context), first);
  }
};

// A token of certain words: `word("when")`.
template <bool (*scanner)(Session&, Iterator&, Keyword)>
struct WordToken : x3::parser<WordToken<scanner>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit WordToken(Keyword words) : words_(words) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    Session& session = session_of(context);
    return session.may_begin(first, words_.in(session.language()).front()) && scanner(session, first, words_);
  }

  [[nodiscard]] constexpr Keyword words() const { return words_; }

 private:
  Keyword words_;
};

// `sign("..")`.
struct SignToken : x3::parser<SignToken> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit SignToken(std::string_view sign) : sign_(sign) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    Session& session = session_of(context);
    return session.may_begin(first, sign_.front()) && scan::sign(session, first, sign_);
  }

  [[nodiscard]] constexpr std::string_view sign() const { return sign_; }

 private:
  std::string_view sign_;  // a literal of the grammar
};

// A place: takes nothing.
template <bool (*place)(Session&, Iterator)>
struct Place : x3::parser<Place<place>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return place(session_of(context), first);
  }
};

struct SoftWord : x3::parser<SoftWord> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr SoftWord(Keyword word, bool before_bracket) : word_(word), before_bracket_(before_bracket) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return scan::soft_word(session_of(context), first, word_, before_bracket_);
  }

  [[nodiscard]] constexpr Keyword word() const { return word_; }

 private:
  Keyword word_;
  bool before_bracket_;
};

// Such a word before a number: `exactly 2`.
struct WordBeforeNumber : x3::parser<WordBeforeNumber> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit WordBeforeNumber(Keyword word) : word_(word) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return scan::word_before_number(session_of(context), first, word_);
  }

  [[nodiscard]] constexpr Keyword word() const { return word_; }

 private:
  Keyword word_;
};

// A whole number that begins a term: `10` of `10 working days after …`, or of `10 days from …`.
struct TermAhead : x3::parser<TermAhead> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit TermAhead(bool working) : working_(working) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return scan::number_of_term(session_of(context), first, working_);
  }

 private:
  bool working_;
};

// Several words that are names elsewhere too; a miss is not noted.
struct SoftPhrase : x3::parser<SoftPhrase> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit SoftPhrase(Keyword phrase) : phrase_(phrase) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return scan::soft_phrase(session_of(context), first, phrase_, {});
  }

  [[nodiscard]] constexpr Keyword word() const { return phrase_; }

 private:
  Keyword phrase_;
};

// Words that count only before a bracket: `count of (a, b)`, `2 of (a, b)`.
struct BeforeBracket : x3::parser<BeforeBracket> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit BeforeBracket(Keyword phrase) : phrase_(phrase) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return scan::phrase_before_bracket(session_of(context), first, phrase_);
  }

  [[nodiscard]] constexpr Keyword word() const { return phrase_; }

 private:
  Keyword phrase_;
};

// `count distinct`, where `distinct` is not itself the name of the elements.
struct CountDistinct : x3::parser<CountDistinct> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return scan::soft_phrase(session_of(context), first, word(), Keyword("in").in(session_of(context).language()));
  }

  [[nodiscard]] static constexpr Keyword word() { return "count distinct"; }
};

// What follows stands on the line of the token before it.
struct SameLine : x3::parser<SameLine> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit SameLine(std::string_view expected) : expected_(expected) {}

  template <class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const&, Context const& context, RuleContext const&, Attribute&) const {
    return scan::on_same_line(session_of(context), first, {expected_});
  }

 private:
  std::string_view expected_;
};

using word = WordToken<scan::word>;
using words = WordToken<scan::words>;
using sign = SignToken;
using opening = WordToken<scan::opening>;
using kind_of_rows = WordToken<scan::kind_of_rows>;

inline constexpr Token<scan::age_at> age_at;
inline constexpr Token<scan::name> name;
inline constexpr Token<scan::row_name> row_name;
inline constexpr Token<scan::criterion_name> criterion_name;
inline constexpr Token<scan::decision_name> decision_name;
inline constexpr Token<scan::callee> callee;
inline constexpr Token<scan::declared_kind> declared_kind;
inline constexpr Token<scan::row_key> row_key;
inline constexpr Token<scan::path> path;
inline constexpr Token<scan::path_of_any_words> path_of_any_words;
inline constexpr Token<scan::type_word> type_word;
inline constexpr Token<scan::entry_id> entry_id;
inline constexpr Token<scan::text> text;
inline constexpr Token<scan::unit> unit;
inline constexpr Token<scan::date> date;
inline constexpr Token<scan::truth> truth;
inline constexpr Token<scan::first_key> first_key;
inline constexpr Token<scan::further_keys> further_keys;
inline constexpr Token<scan::numeric> numeric;
inline constexpr Token<scan::whole_number> whole_number;
inline constexpr Place<scan::at_line_start> at_line_start;
inline constexpr Place<scan::at_declaration_end> at_declaration_end;
inline constexpr Place<scan::figure_ahead> figure_ahead;
inline constexpr Place<scan::value_word_ahead> value_word_ahead;

}  // namespace hjemmel::syntax::grammar
