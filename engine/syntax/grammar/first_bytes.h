// Which bytes a parser of the grammar can begin with, told from the parser itself.
//
// In: a parser and a language. Out: a set that holds every byte at which it may match; all of them where it may match
// nothing, or is a rule, which is not looked into. branches.h chooses by it. Tested in tests/unit/syntax/branches_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "engine/syntax/grammar/directive.h"

namespace hjemmel::syntax::grammar {

class ByteSet {
 public:
  static constexpr ByteSet all() {
    ByteSet set;
    set.bits_.fill(~std::uint64_t{0});
    return set;
  }
  static constexpr ByteSet of(std::string_view bytes) {
    ByteSet set;
    for (char const byte : bytes) {
      set.add(static_cast<unsigned char>(byte));
    }
    return set;
  }
  // What a name may begin with: letters, `_`, and all beyond ASCII.
  static constexpr ByteSet of_names() {
    ByteSet set = of("_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    set.bits_[2] = set.bits_[3] = ~std::uint64_t{0};
    return set;
  }

  constexpr void add(unsigned char byte) { bits_[byte / 64] |= std::uint64_t{1} << byte % 64; }
  constexpr ByteSet& operator|=(ByteSet const& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      bits_[i] |= other.bits_[i];
    }
    return *this;
  }
  [[nodiscard]] constexpr bool holds(unsigned char byte) const { return (bits_[byte / 64] >> byte % 64 & 1U) != 0; }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

inline constexpr std::string_view kDigitBytes = "0123456789";

// ---- what is not named below: all bytes
template <class Parser>
struct FirstBytes {
  static constexpr ByteSet of(Parser const&, Language) { return ByteSet::all(); }
};

template <class Parser>
constexpr ByteSet first_bytes(Parser const& parser, Language language) {
  return FirstBytes<Parser>::of(parser, language);
}

// ---- tokens
template <bool (*scanner)(Session&, Iterator&, Keyword)>
struct FirstBytes<WordToken<scanner>> {
  static constexpr ByteSet of(WordToken<scanner> const& token, Language language) {
    return ByteSet::of(token.words().in(language).substr(0, 1));
  }
};

template <>
struct FirstBytes<SignToken> {
  static constexpr ByteSet of(SignToken const& token, Language) { return ByteSet::of(token.sign().substr(0, 1)); }
};

template <class Parser>
struct FirstBytesOfSoftWord {
  static constexpr ByteSet of(Parser const& token, Language language) {
    return ByteSet::of(token.word().in(language).substr(0, 1));
  }
};
template <>
struct FirstBytes<SoftWord> : FirstBytesOfSoftWord<SoftWord> {};
template <>
struct FirstBytes<WordBeforeNumber> : FirstBytesOfSoftWord<WordBeforeNumber> {};
template <>
struct FirstBytes<SoftPhrase> : FirstBytesOfSoftWord<SoftPhrase> {};
template <>
struct FirstBytes<BeforeBracket> : FirstBytesOfSoftWord<BeforeBracket> {};
template <>
struct FirstBytes<CountDistinct> : FirstBytesOfSoftWord<CountDistinct> {};

template <>
struct FirstBytes<TermAhead> {
  static constexpr ByteSet of(TermAhead const&, Language) { return ByteSet::of(kDigitBytes); }
};

template <bool (*scanner)(Session&, Iterator&)>
struct FirstBytes<Token<scanner>> {
  static constexpr bool names = scanner == scan::name || scanner == scan::row_name || scanner == scan::criterion_name ||
                                scanner == scan::decision_name || scanner == scan::callee || scanner == scan::path ||
                                scanner == scan::path_of_any_words || scanner == scan::type_word;
  static constexpr bool digits = scanner == scan::date || scanner == scan::numeric || scanner == scan::whole_number;

  static constexpr ByteSet of(Token<scanner> const&, Language language) {
    if constexpr (names) {
      return ByteSet::of_names();
    } else if constexpr (digits) {
      return ByteSet::of(kDigitBytes);
    } else if constexpr (scanner == scan::text) {
      return ByteSet::of("\"");
    } else if constexpr (scanner == scan::truth) {
      ByteSet set = ByteSet::of(Keyword("true").in(language).substr(0, 1));
      set |= ByteSet::of(Keyword("false").in(language).substr(0, 1));
      return set;
    } else {
      return ByteSet::all();
    }
  }
};

// A place takes nothing, but holds only before a name.
template <>
struct FirstBytes<Place<scan::value_word_ahead>> {
  static constexpr ByteSet of(Place<scan::value_word_ahead> const&, Language) { return ByteSet::of_names(); }
};

// ---- what begins with another parser
template <class Subject, NodeBegin from>
struct FirstBytes<NodeDirective<Subject, from>> {
  static constexpr ByteSet of(NodeDirective<Subject, from> const& parser, Language language) {
    return first_bytes(parser.subject, language);
  }
};

template <class Parser>
struct FirstBytesOfSubject {
  static constexpr ByteSet of(Parser const& parser, Language language) { return first_bytes(parser.subject, language); }
};
template <class Subject>
struct FirstBytes<LeftDirective<Subject>> : FirstBytesOfSubject<LeftDirective<Subject>> {};
template <class Subject>
struct FirstBytes<NestedDirective<Subject>> : FirstBytesOfSubject<NestedDirective<Subject>> {};
template <class Subject>
struct FirstBytes<LabelDirective<Subject>> : FirstBytesOfSubject<LabelDirective<Subject>> {};
template <class Subject>
struct FirstBytes<x3::expect_directive<Subject>> : FirstBytesOfSubject<x3::expect_directive<Subject>> {};

template <class Left, class Right>
struct FirstBytes<x3::sequence<Left, Right>> {
  static constexpr ByteSet of(x3::sequence<Left, Right> const& parser, Language language) {
    return first_bytes(parser.left, language);
  }
};
template <class Left, class Right>
struct FirstBytes<x3::list<Left, Right>> {
  static constexpr ByteSet of(x3::list<Left, Right> const& parser, Language language) {
    return first_bytes(parser.left, language);
  }
};
template <class Left, class Right>
struct FirstBytes<x3::alternative<Left, Right>> {
  static constexpr ByteSet of(x3::alternative<Left, Right> const& parser, Language language) {
    ByteSet set = first_bytes(parser.left, language);
    set |= first_bytes(parser.right, language);
    return set;
  }
};

}  // namespace hjemmel::syntax::grammar
