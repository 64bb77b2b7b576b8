// A value is read as its parts: dates, numbers, units and the words that a trace puts between them.
#include "engine/explain/value_words.h"

#include <algorithm>
#include <array>

#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "engine/explain/phrases.h"

namespace hjemmel::explain {
namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> kBokmaalMonths{"januar",    "februar", "mars",     "april",
                                                          "mai",       "juni",    "juli",     "august",
                                                          "september", "oktober", "november", "desember"};
constexpr std::size_t kIsoDate = 10;  // letters

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string date_words(std::string_view iso, Language language) {
  auto const month = static_cast<std::size_t>((iso[5] - '0') * 10 + (iso[6] - '0') - 1);
  std::string day(iso.substr(iso[8] == '0' ? 9 : 8));
  std::string const year(iso.substr(0, 4));
  return language == Language::english ? day + " " + std::string(kEnglishMonths[month]) + " " + year
                                       : day + ". " + std::string(kBokmaalMonths[month]) + " " + year;
}

// The first second of summer time in March, or of winter time in October, as central Europe has them.
std::int64_t clocks_change(int year, unsigned month) {
  std::int64_t const last = base::make_date(year, month, 31)->days;
  std::int64_t const past_sunday = (last + 4) % 7;  // 1 January 1970 was a Thursday
  return (last - (past_sunday < 0 ? past_sunday + 7 : past_sunday)) * base::kSecondsOfDay + base::kSecondsOfHour;
}

bool is_time_of_norway(base::Moment moment, int year) {
  bool const summer = moment.seconds >= clocks_change(year, 3) && moment.seconds < clocks_change(year, 10);
  return moment.offset == (summer ? 120 : 60);
}

// ` (UTC+3)`; nothing where it is the time that clocks in Norway show.
std::string offset_words(base::Moment moment, std::string_view written, int year) {
  if (is_time_of_norway(moment, year)) {
    return {};
  }
  return written == "Z" ? " (UTC)" : " (UTC" + std::string(written) + ")";
}

// `2023-12-01T15:00+01:00` at the beginning of the text; 0: no moment stands there.
std::size_t moment_length(std::string_view text) {
  std::size_t end = text.find_first_not_of("0123456789-T:");
  end = end == std::string_view::npos ? text.size() : end;
  if (text.substr(0, end).find('T') == std::string_view::npos) {
    return 0;
  }
  std::size_t const offset = text.substr(0, end).rfind('-');  // `-05:00` was taken along
  if (end < text.size() && text[end] == 'Z') {
    end += 1;
  } else if (end < text.size() && text[end] == '+') {
    end = std::min(end + 6, text.size());
  } else if (offset <= kIsoDate) {
    return 0;
  }
  return base::parse_moment(text.substr(0, end)).value ? end : 0;
}

// `1. desember 2023 kl. 15.00`
std::string moment_words(std::string_view iso, Language language) {
  std::size_t const offset = iso.find_first_of("+-Z", kIsoDate);
  std::string clock(iso.substr(kIsoDate + 1, offset - kIsoDate - 1));
  int const year = (iso[0] - '0') * 1000 + (iso[1] - '0') * 100 + (iso[2] - '0') * 10 + (iso[3] - '0');
  bool const english = language == Language::english;
  if (!english) {
    std::replace(clock.begin(), clock.end(), ':', '.');
  }
  return date_words(iso.substr(0, kIsoDate), language) + (english ? " at " : " kl. ") + clock +
         offset_words(*base::parse_moment(iso).value, iso.substr(offset), year);
}

// The words that values of a trace hold, besides names and figures.
struct ValueWord {
  std::string_view english;
  std::string_view bokmaal;
};

constexpr std::array kValueWords{
    ValueWord{"at least", "minst"},
    ValueWord{"at most", "høyst"},
    ValueWord{"between", "mellom"},
    ValueWord{"and", "og"},
    ValueWord{"elements", "stk."},
    ValueWord{"element", "stk."},
    ValueWord{"years", "år"},
    ValueWord{"year", "år"},
    ValueWord{"months", "måneder"},
    ValueWord{"month", "måned"},
    ValueWord{"days", "dager"},
    ValueWord{"day", "dag"},
    ValueWord{"hours", "timer"},
    ValueWord{"hour", "time"},
    ValueWord{"unknown", "ukjent"},
    ValueWord{"not asked", "ikke opplyst"},
    ValueWord{"not applicable", "ikke aktuelt"},
    ValueWord{"NOK", "kr"},
    ValueWord{"no value", "ingen verdi"},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// The word of the table that stands at `at`, whole.
ValueWord const* word_at(std::string_view text, std::size_t at) {
  for (ValueWord const& word : kValueWords) {
    std::size_t const end = at + word.english.size();
    if (text.substr(at, word.english.size()) == word.english && (at == 0 || !is_letter(text[at - 1])) &&
        (end == text.size() || !is_letter(text[end]))) {
      return &word;
    }
  }
  return nullptr;
}

std::string in_bokmaal(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    ValueWord const* const word = word_at(text, at);
    bool const point =
        text[at] == '.' && at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() && is_digit(text[at + 1]);
    if (word != nullptr) {
      words += word->bokmaal;
    } else {
      words += point ? ',' : text[at];
    }
    at += word != nullptr ? word->english.size() : 1;
  }
  return words;
}

}  // namespace

std::string localized(std::string_view text, Language language) {
  std::string words;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t at = 0;
    while (at < rest.size() && !(is_digit(rest[at]) && (at == 0 || !is_digit(rest[at - 1])) &&
                                 base::parse_date(rest.substr(at, kIsoDate)))) {
      ++at;
    }
    words += language == Language::english ? std::string(rest.substr(0, at)) : in_bokmaal(rest.substr(0, at));
    if (at < rest.size()) {
      std::size_t const moment = moment_length(rest.substr(at));
      words += moment > 0 ? moment_words(rest.substr(at, moment), language)
                          : date_words(rest.substr(at, kIsoDate), language);
      at += moment > 0 ? moment : kIsoDate;
    }
    rest.remove_prefix(std::min(at, rest.size()));
  }
  return words;
}

std::string value_words(std::string_view value, std::string_view of, Names const& names) {
  Phrases const& phrases = phrases_in(names.language());
  if (std::string label = names.value_label(of, value); !label.empty()) {
    return label;
  }
  if (value == "true" || value == "false") {
    return std::string(value == "true" ? phrases.yes : phrases.no);
  }
  if (value.starts_with("\"") && value.ends_with("\"") && value.size() > 1) {
    return phrase(phrases.quoted, value.substr(1, value.size() - 2));
  }
  return localized(value, names.language());
}

}  // namespace hjemmel::explain
