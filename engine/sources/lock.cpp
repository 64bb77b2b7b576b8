// A line is parted at its first and its last blank.
#include "engine/sources/lock.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/base/utf8.h"
#include "engine/sources/digest.h"
#include "engine/sources/lines.h"
#include "engine/sources/read_reference.h"

namespace hjemmel::sources {
namespace {

using diag::Kind;

constexpr std::string_view kHead =
    "# Digests of the places that the rules cite, as `hjemmel sources lock` wrote them: act, place, digest of the "
    "text.\n"
    "# The texts are not stored. `hjemmel sources verify` tells where an act says something else today.\n";
constexpr std::size_t kDigitsSorted = 6;

// `3-9 c` so that § 9 comes before § 10: digits padded with zeros.
std::string sortable(std::string const& number) {
  std::string key;
  for (std::size_t at = 0; at < number.size();) {
    std::size_t const end = std::min(number.find_first_not_of("0123456789", at), number.size());
    std::size_t const digits = end - at;
    key += digits == 0 ? ""
                       : std::string(kDigitsSorted - std::min(digits, kDigitsSorted), '0') + number.substr(at, digits);
    at = end;
    if (digits == 0) {
      key += number[at++];
    }
  }
  return key;
}

auto order_of(LockedPlace const& one) {
  Reference const& place = one.place;
  return std::tuple(one.act, sortable(place.section), place.paragraph.value_or(0), place.item.value_or(0),
                    place.numbered, place.sentence.value_or(0));
}

std::optional<LockedPlace> read_line(std::string_view line) {
  std::size_t const first = line.find(' ');
  std::size_t const last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    return std::nullopt;
  }
  std::string const written(line.substr(first + 1, last - first - 1));
  auto const parts = read_references(written);
  std::string const digest(line.substr(last + 1));
  bool const one_place = parts.size() == 1 && parts.front().reference && to_text(*parts.front().reference) == written;
  if (!one_place || !is_digest(digest)) {
    return std::nullopt;
  }
  return LockedPlace{std::string(line.substr(0, first)), *parts.front().reference, digest};
}

}  // namespace

std::optional<std::vector<LockedPlace>> read_lock(source::FileId file, source::Sources const& sources,
                                                  diag::Sink& sink) {
  std::string_view const text = sources.file(file).text;
  std::string const help = "write the file anew: `hjemmel sources lock PACKAGE --corpus DIR`";
  std::size_t const errors = sink.errors();
  if (auto const fault = base::find_utf8_fault(text)) {
    auto const at = static_cast<std::uint32_t>(*fault);
    sink.add(Kind::invalid_utf8, {file, at, at + 1}, "the lock is not UTF-8 here", help);
    return std::nullopt;
  }
  std::vector<LockedPlace> places;
  std::set<std::pair<std::string, std::string>> seen;
  Lines lines(text);
  while (auto const line = lines.next()) {
    if (line->text.empty() || line->text.starts_with("#")) {
      continue;
    }
    auto const begin = static_cast<std::uint32_t>(line->begin);
    source::Span const span{file, begin, begin + static_cast<std::uint32_t>(line->text.size())};
    auto place = read_line(line->text);
    if (!place) {
      sink.add(Kind::lock_malformed, span, "this line is not an act, a place in it and a digest", help);
    } else if (!seen.emplace(place->act, to_text(place->place)).second) {
      sink.add(Kind::lock_malformed, span, "`" + to_text(place->place) + "` of `" + place->act + "` is locked twice",
               help);
    } else if (places.size() == kMaxLocked) {
      sink.add(Kind::lock_malformed, span, "more than " + std::to_string(kMaxLocked) + " places are locked", help);
      return std::nullopt;
    } else {
      places.push_back(*std::move(place));
    }
  }
  return sink.errors() == errors ? std::optional(std::move(places)) : std::nullopt;
}

std::string write_lock(std::vector<LockedPlace> places) {
  std::sort(places.begin(), places.end(),
            [](LockedPlace const& left, LockedPlace const& right) { return order_of(left) < order_of(right); });
  std::string text(kHead);
  for (LockedPlace const& one : places) {
    text += one.act + " " + to_text(one.place) + " " + one.digest + "\n";
  }
  return text;
}

}  // namespace hjemmel::sources
