// Looks at each blank: does a sentence end before it, and does one begin behind it.
#include "engine/sources/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/base/utf8.h"

namespace hjemmel::sources {
namespace {

// Something always follows these. `mv.`, `m.m.`, `osv.` and `o.l.` are not among them: they may end a sentence.
constexpr std::array<std::string_view, 32> kNeverLast{
    "jf.",  "jfr.",  "nr.",    "f.eks.",  "bl.a.", "dvs.", "d.v.s.", "ev.",  "evt.", "kap.",  "pkt.",
    "art.", "iflg.", "ikr.",   "res.",    "kgl.",  "pr.",  "kr.",    "ca.",  "hhv.", "vedr.", "st.",
    "prp.", "inst.", "innst.", "ot.prp.", "tlf.",  "s.",   "tidl.",  "jan.", "des.", "t.o.m."};

// Without brackets and quotation marks in front, in small letters.
std::string plain_word(std::string_view word) {
  std::string plain;
  for (char const c : word) {
    bool const opens = c == '(' || c == '[' || c == '"';
    if (!(plain.empty() && opens)) {
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  constexpr std::string_view kQuote = "«";
  return plain.starts_with(kQuote) ? plain.substr(kQuote.size()) : plain;
}

// `word` is what stands before the blank.
bool may_end(std::string_view word) {
  std::string plain = plain_word(word);
  for (std::string_view const mark : {"»", "\"", ")", "]", "*"}) {
    bool const closes = plain.ends_with(mark) && plain.size() > mark.size();
    plain.resize(closes ? plain.size() - mark.size() : plain.size());
  }
  bool const ends = plain.ends_with('.') || plain.ends_with('?') || plain.ends_with('!');
  return ends && std::find(kNeverLast.begin(), kNeverLast.end(), plain) == kNeverLast.end();
}

bool is_capital(char32_t one) {
  constexpr std::u32string_view kOthers = U"ÆØÅÄÖÜÉÈÊÒÓÔČĐŊŠŦŽÁ";
  return (one >= U'A' && one <= U'Z') || kOthers.find(one) != std::u32string_view::npos;
}

bool may_begin(std::string_view rest) {
  char32_t const first = base::code_point_at(rest, 0).value;
  constexpr std::u32string_view kOpeners = U"§«([\"–";
  return is_capital(first) || kOpeners.find(first) != std::u32string_view::npos;
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> found;
  std::size_t begin = 0;
  std::size_t word = 0;
  for (std::size_t blank = text.find(' '); blank != std::string_view::npos; blank = text.find(' ', blank + 1)) {
    if (may_end(text.substr(word, blank - word)) && blank + 1 < text.size() && may_begin(text.substr(blank + 1))) {
      found.push_back(text.substr(begin, blank - begin));
      begin = blank + 1;
    }
    word = blank + 1;
  }
  if (begin < text.size()) {
    found.push_back(text.substr(begin));
  }
  return found;
}

}  // namespace hjemmel::sources
