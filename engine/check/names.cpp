// Declaring and resolving names.
#include "engine/check/names.h"

#include <algorithm>

#include "engine/base/nearest_name.h"

namespace hjemmel::check {

bool Names::declare(std::string_view name, std::uint32_t index, source::Span span, diag::Sink& sink) {
  auto const [at, is_new] = entries_.try_emplace(std::string(name), Entry{index, span});
  if (!is_new) {
    sink.add({diag::Kind::duplicate_name,
              span,
              "the name `" + std::string(name) + "` is declared twice",
              "give one of them another name, or take it away",
              {{at->second.span, "the first one is here"}}});
  }
  return is_new;
}

std::optional<std::uint32_t> Names::find(std::string_view name) const {
  auto const at = entries_.find(name);
  return at == entries_.end() ? std::nullopt : std::optional(at->second.index);
}

std::optional<std::uint32_t> Names::resolve(std::string_view name, source::Span span, diag::Sink& sink) const {
  auto const found = find(name);
  if (!found && !is_broken(name)) {
    std::string const nothing = what_.empty() ? "nothing is" : "there is no " + what_;
    std::string const near = did_you_mean(name, all());
    sink.add(diag::Kind::unknown_name, span, nothing + " called `" + std::string(name) + "`",
             near.empty() && !what_.empty() ? these_are(all(), what_) : near);
  }
  return found;
}

bool Names::is_broken(std::string_view name) const {
  return std::find(broken_.begin(), broken_.end(), name) != broken_.end();
}

std::vector<std::string> Names::all() const {
  std::vector<std::string> names;
  for (auto const& [name, entry] : entries_) {
    names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string these_are(std::vector<std::string> const& names, std::string_view what) {
  constexpr std::size_t kMost = 8;
  std::string list;
  for (std::size_t at = 0; at < names.size() && at < kMost; ++at) {
    list += (at == 0 ? "`" : ", `") + names[at] + "`";
  }
  return names.empty() ? "the package declares no " + std::string(what)
                       : "these are declared: " + list + (names.size() > kMost ? " and others" : "");
}

std::string did_you_mean(std::string_view written, std::vector<std::string> const& candidates) {
  std::string const nearest = base::nearest_name(written, candidates);
  return nearest.empty() ? "" : "did you mean `" + nearest + "`?";
}

}  // namespace hjemmel::check
