// Every part of every citation, looked up once.
#include "engine/sources/verify.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "engine/sources/read_reference.h"
#include "engine/sources/resolve.h"

namespace hjemmel::sources {
namespace {

constexpr std::size_t kMostPlaces = 5;  // at which a text that has moved is told to stand

// Where a part of the place stands in the rules; the whole citation where that cannot be told.
source::Span span_of(CitedText const& citation, CitedPart const& part, source::Sources const& sources) {
  if (!citation.span.file.has_value()) {
    return citation.span;
  }
  std::size_t const at = sources.text(citation.span).find(citation.place);
  if (at == std::string_view::npos || part.begin >= part.end) {
    return citation.span;
  }
  auto const begin = citation.span.begin + static_cast<std::uint32_t>(at);
  return {citation.span.file, begin + static_cast<std::uint32_t>(part.begin),
          begin + static_cast<std::uint32_t>(part.end)};
}

// Where texts of one depth stand in one act, by their digests.
using PlacesByDigest = std::multimap<std::string, Reference>;

// Of references that are as deep as each other: all their places are searched at once.
std::tuple<bool, bool, bool, bool> depth_of(Reference const& place) {
  bool const deep = place.item || place.sentence;
  return {place.paragraph || deep, place.item.has_value(), place.numbered, place.sentence.has_value()};
}

void look_up(CheckedPlace& place, Act const& act) {
  Resolved const found = resolve(act, place.reference);
  place.digest = found.digest;
  place.reason = found.reason;
  place.in_act = found.span;
  switch (found.found) {
    case Found::text:
      place.state = place.locked.empty()           ? PlaceState::not_locked
                    : place.locked == place.digest ? PlaceState::unchanged
                                                   : PlaceState::changed;
      break;
    case Found::repealed:
      place.state = PlaceState::repealed;
      break;
    case Found::nothing:
      place.state = PlaceState::not_found;
      break;
    case Found::unclear:
      place.state = PlaceState::not_checkable;
      break;
  }
}

class Checker {
 public:
  Checker(Corpus const& corpus, std::vector<LockedPlace> const& locked, source::Sources const& sources)
      : corpus_(corpus), sources_(sources) {
    for (LockedPlace const& one : locked) {
      locked_.emplace(Key{one.act, to_text(one.place)}, one.digest);
    }
  }

  void take(CitedText const& citation) {
    std::vector<CitedPart> const parts = read_references(citation.place);
    if (parts.empty()) {
      add(citation, CitedPart{{}, "names the act and no place in it", 0, 0});
    }
    for (CitedPart const& part : parts) {
      add(citation, part);
    }
  }

  [[nodiscard]] std::vector<CheckedPlace> result() { return std::move(places_); }

 private:
  using Key = std::pair<std::string, std::string>;  // refid, place

  void add(CitedText const& citation, CitedPart const& part) {
    std::string const text =
        part.reference ? to_text(*part.reference) : citation.place.substr(part.begin, part.end - part.begin);
    auto const [at, is_new] = by_name_.try_emplace(Key{citation.act, text}, places_.size());
    if (is_new) {
      places_.push_back(checked(citation, part, text));
    }
    std::vector<source::Span>& cited = places_[at->second].cited;
    source::Span const span = span_of(citation, part, sources_);
    if (std::find(cited.begin(), cited.end(), span) == cited.end()) {
      cited.push_back(span);
    }
  }

  [[nodiscard]] CheckedPlace checked(CitedText const& citation, CitedPart const& part, std::string const& text) {
    CheckedPlace place{citation.source, citation.act, text};
    place.reference = part.reference.value_or(Reference{});
    auto const locked = locked_.find(Key{citation.act, text});
    place.locked = locked == locked_.end() ? "" : locked->second;
    auto const act = corpus_.acts.find(citation.act);
    if (corpus_.unreadable.contains(citation.act)) {
      place.reason = "stands in an act whose text is at fault";
    } else if (act == corpus_.acts.end()) {
      place.state = PlaceState::not_found;
      place.reason = "the folder `" + corpus_.folder + "` has no act with the refid `" + citation.act + "`";
    } else if (!part.reference) {
      place.reason = part.reason;
    } else {
      look_up(place, act->second);
      look_for_text(place, act->second);
    }
    return place;
  }

  void look_for_text(CheckedPlace& place, Act const& act) {
    bool const gone = place.state == PlaceState::changed || place.state == PlaceState::repealed ||
                      place.state == PlaceState::not_found;
    if (!gone || place.locked.empty()) {
      return;
    }
    auto const [texts, is_new] = texts_.try_emplace({act.refid, depth_of(place.reference)});
    if (is_new) {
      for (PlacedDigest& one : digests_like(act, place.reference)) {
        texts->second.emplace(std::move(one.digest), std::move(one.place));
      }
    }
    auto const [first, last] = texts->second.equal_range(place.locked);
    for (auto at = first; at != last && place.now_at.size() < kMostPlaces; ++at) {
      place.now_at.push_back(to_text(at->second));
      place.state = PlaceState::moved;
    }
  }

  Corpus const& corpus_;
  source::Sources const& sources_;
  std::map<Key, std::string> locked_;  // digests
  std::map<std::pair<std::string, decltype(depth_of({}))>, PlacesByDigest> texts_;
  std::map<Key, std::size_t> by_name_;
  std::vector<CheckedPlace> places_;
};

}  // namespace

std::vector<CheckedPlace> check_places(std::vector<CitedText> const& citations, Corpus const& corpus,
                                       std::vector<LockedPlace> const& locked, source::Sources const& sources) {
  Checker checker(corpus, locked, sources);
  for (CitedText const& citation : citations) {
    checker.take(citation);
  }
  return checker.result();
}

std::string lock_of(std::vector<CheckedPlace> const& places) {
  std::vector<LockedPlace> locked;
  for (CheckedPlace const& place : places) {
    if (std::string const& digest = place.digest.empty() ? place.locked : place.digest; !digest.empty()) {
      locked.push_back({place.act, place.reference, digest});
    }
  }
  return write_lock(std::move(locked));
}

std::vector<LockedPlace> no_longer_cited(std::vector<CheckedPlace> const& places,
                                         std::vector<LockedPlace> const& locked) {
  std::set<std::pair<std::string, std::string>> cited;
  for (CheckedPlace const& place : places) {
    cited.emplace(place.act, place.place);
  }
  std::vector<LockedPlace> left;
  std::copy_if(locked.begin(), locked.end(), std::back_inserter(left), [&](LockedPlace const& one) {
    return !cited.contains({one.act, to_text(one.place)});
  });
  return left;
}

}  // namespace hjemmel::sources
