// Names: what a package declares, each name once in its space, with the nearest name for whoever mistypes one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/source/span.h"

namespace hjemmel::check {

// One space of names: rules and groups share one, types another, values of expressions a third.
class Names {
 public:
  // `what` is the word for messages: `source`, `type`; empty where things of several kinds share the space.
  explicit Names(std::string what) : what_(std::move(what)) {}

  // False, with a message, when the name is taken.
  bool declare(std::string_view name, std::uint32_t index, source::Span span, diag::Sink& sink);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
  // Like find, with a message that suggests the nearest name when there is none. A name that
  // a faulty declaration would have declared gets no second message.
  [[nodiscard]] std::optional<std::uint32_t> resolve(std::string_view name, source::Span span, diag::Sink& sink) const;
  // Would have been declared by a declaration with a fault.
  void declare_broken(std::string_view name) { broken_.emplace_back(name); }
  [[nodiscard]] bool is_broken(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> all() const;
  [[nodiscard]] std::string const& what() const { return what_; }

 private:
  struct Entry {
    std::uint32_t index;
    source::Span span;
  };

  std::string what_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::vector<std::string> broken_;
};

// `help` for a mistyped name: «did you mean `x`?», or empty.
[[nodiscard]] std::string did_you_mean(std::string_view written, std::vector<std::string> const& candidates);
// `help` where nothing is near: the names that there are, the first eight of them. `what`: `source`.
[[nodiscard]] std::string these_are(std::vector<std::string> const& names, std::string_view what);

}  // namespace hjemmel::check
