// Names: what a package declares, each name once in its space, with the nearest name for whoever mistypes one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/source/span.h"

namespace hjemmel::check {

// Of maps that are searched by views.
struct TextHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

// One space of names: rules and groups share one, types another, values of expressions a third.
class Names {
 public:
  // `what` is the word for messages: `source`, `type`; empty where things of several kinds share the space.
  explicit Names(std::string what) : what_(std::move(what)) {}

  // About so many will be declared.
  void expect(std::size_t count) { entries_.reserve(count); }
  // False, with a message, when the name is taken.
  bool declare(std::string_view name, std::uint32_t index, source::Span span, diag::Sink& sink);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
  // Like find, with a message that suggests the nearest name when there is none. A name that
  // a faulty declaration would have declared gets no second message.
  [[nodiscard]] std::optional<std::uint32_t> resolve(std::string_view name, source::Span span, diag::Sink& sink) const;
  // Would have been declared by a declaration with a fault.
  void declare_broken(std::string_view name) { broken_.emplace_back(name); }
  [[nodiscard]] bool is_broken(std::string_view name) const;
  // In alphabetical order.
  [[nodiscard]] std::vector<std::string> all() const;
  [[nodiscard]] std::string const& what() const { return what_; }

 private:
  struct Entry {
    std::uint32_t index;
    source::Span span;
  };

  std::string what_;
  ByText<Entry> entries_;
  std::vector<std::string> broken_;
};

// `help` for a mistyped name: «did you mean `x`?», or empty.
[[nodiscard]] std::string did_you_mean(std::string_view written, std::vector<std::string> const& candidates);
// `help` where nothing is near: the names that there are, the first eight of them. `what`: `source`.
[[nodiscard]] std::string these_are(std::vector<std::string> const& names, std::string_view what);

}  // namespace hjemmel::check
