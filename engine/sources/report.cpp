// One message a place, with a note where the text stands and for each further citation of it.
#include "engine/sources/report.h"

#include <algorithm>
#include <set>

namespace hjemmel::sources {
namespace {

using diag::Kind;

constexpr std::size_t kMostCitations = 5;  // that one message tells of
constexpr std::string_view kLock = "`hjemmel sources lock PACKAGE --corpus DIR`";

std::string named(CheckedPlace const& place) { return "`" + place.source + "` " + place.place; }

std::string joined(std::vector<std::string> const& words) {
  std::string text;
  for (std::size_t at = 0; at < words.size(); ++at) {
    text += (at == 0 ? "" : at + 1 == words.size() ? " and " : ", ") + words[at];
  }
  return text;
}

diag::Diagnostic changed(CheckedPlace const& place) {
  return {
      Kind::cited_text_changed,
      place.cited.front(),
      "the text of " + named(place) + " is not the one that was locked",
      "read the rule against the text as it is now; where the rule is right, lock the text anew: " + std::string(kLock),
      {}};
}

diag::Diagnostic repealed(CheckedPlace const& place) {
  return {Kind::cited_text_repealed,
          place.cited.front(),
          named(place) + " was repealed: " + place.reason,
          "cite what has taken its place; where nothing has, the rule has no ground any more",
          {}};
}

diag::Diagnostic moved(CheckedPlace const& place) {
  return {Kind::cited_text_moved,
          place.cited.front(),
          "the text of " + named(place) + " that was locked stands in " + joined(place.now_at) + " now",
          "cite the text where it stands now, then lock it: " + std::string(kLock),
          {}};
}

diag::Diagnostic not_found(CheckedPlace const& place) {
  return {Kind::cited_place_not_found,
          place.cited.front(),
          named(place) + " is not there: " + place.reason,
          "look the place up and cite it as it is; the paragraphs and the items of lists are counted",
          {}};
}

diag::Diagnostic not_locked(CheckedPlace const& place) {
  return {Kind::cited_place_not_locked,
          place.cited.front(),
          "the text of " + named(place) + " is not locked",
          "read the rule against the text, then lock it: " + std::string(kLock),
          {}};
}

diag::Diagnostic not_checkable(CheckedPlace const& place) {
  std::string const what = place.place.empty() ? "" : " `" + place.place + "`";
  return {Kind::cited_place_not_checkable,
          place.cited.front(),
          "this citation of `" + place.source + "` (" + place.act + ") cannot be held against the text:" + what + " " +
              place.reason,
          "write the place as `§ 20 first paragraph`, `§ 37 first paragraph letter j`, `§ 13 second paragraph second "
          "sentence`",
          {}};
}

diag::Diagnostic message_of(CheckedPlace const& place) {
  switch (place.state) {
    case PlaceState::changed:
      return changed(place);
    case PlaceState::repealed:
      return repealed(place);
    case PlaceState::moved:
      return moved(place);
    case PlaceState::not_found:
      return not_found(place);
    case PlaceState::not_locked:
      return not_locked(place);
    case PlaceState::unchanged:
    case PlaceState::not_checkable:
      break;
  }
  return not_checkable(place);
}

std::string place_note(CheckedPlace const& place, Act const& act) {
  bool const moved = place.state == PlaceState::moved;
  std::string text = place.digest.empty() ? "here in the act"
                     : moved              ? "what stands there now"
                                          : "the text as it is now";
  if (!act.last_changed.empty()) {
    text += "; the act was last changed by `" + act.last_changed + "`";
    text += act.last_in_force.empty() ? "" : ", in force " + act.last_in_force;
  }
  return text;
}

void add_citations(std::vector<source::Span> const& cited, diag::Diagnostic& message) {
  std::size_t const told = std::min(cited.size(), kMostCitations);
  for (std::size_t at = 1; at < told; ++at) {
    std::size_t const left = at + 1 == told ? cited.size() - told : 0;
    message.notes.push_back({cited[at], left > 0 ? "cited here too, and at " + std::to_string(left) + " further places"
                                                 : "cited here too"});
  }
}

void add_notes(CheckedPlace const& place, Corpus const& corpus, diag::Diagnostic& message) {
  auto const act = corpus.acts.find(place.act);
  if (place.in_act.file.has_value() && act != corpus.acts.end()) {
    message.notes.push_back({place.in_act, place_note(place, act->second)});
  } else if (place.state == PlaceState::not_found && act != corpus.acts.end()) {
    message.notes.push_back({act->second.span, "the act that was searched"});
  }
  add_citations(place.cited, message);
}

// One message on an act that is not there, whatever is cited of it.
void report_act(std::vector<CheckedPlace> const& places, CheckedPlace const& first, Corpus const& corpus,
                diag::Sink& sink) {
  std::vector<source::Span> cited;
  for (CheckedPlace const& place : places) {
    if (place.act == first.act) {
      cited.insert(cited.end(), place.cited.begin(), place.cited.end());
    }
  }
  std::string help = "put the act into the folder, or correct the id; a source whose text nobody can look up has no id";
  if (!corpus.passed_over.empty()) {
    help += "; passed over, as they have no front matter: " + joined(corpus.passed_over);
  }
  diag::Diagnostic message{Kind::cited_place_not_found,
                           cited.front(),
                           "nothing cited of `" + first.source + "` can be looked up: " + first.reason,
                           help,
                           {}};
  add_citations(cited, message);
  sink.add(std::move(message));
}

}  // namespace

void report_places(std::vector<CheckedPlace> const& places, Corpus const& corpus, Purpose purpose, diag::Sink& sink) {
  std::set<std::string> lacking;
  for (CheckedPlace const& place : places) {
    bool const at_fault = corpus.unreadable.contains(place.act);  // was told of the act
    bool const locks = purpose == Purpose::locking && !place.digest.empty();
    if (place.state == PlaceState::unchanged || at_fault || locks) {
      continue;
    }
    if (!corpus.acts.contains(place.act)) {
      if (lacking.insert(place.act).second) {
        report_act(places, place, corpus, sink);
      }
      continue;
    }
    diag::Diagnostic message = message_of(place);
    add_notes(place, corpus, message);
    sink.add(std::move(message));
  }
}

std::string_view state_name(PlaceState state) {
  switch (state) {
    case PlaceState::unchanged:
      return "unchanged";
    case PlaceState::changed:
      return "changed";
    case PlaceState::repealed:
      return "repealed";
    case PlaceState::moved:
      return "moved";
    case PlaceState::not_found:
      return "not_found";
    case PlaceState::not_locked:
      return "not_locked";
    case PlaceState::not_checkable:
      break;
  }
  return "not_checkable";
}

}  // namespace hjemmel::sources
