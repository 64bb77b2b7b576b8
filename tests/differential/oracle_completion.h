// Completions, found out one unknown at a time: the evaluation asks for an unknown's value, and the next completion changes
// the last answer that still can change. What an evaluation never asks for cannot matter to it.
//
// Without a `Completions` (three-valued logic) every unknown stays unknown.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/ratio.h"

namespace hjemmel::oracle {

enum class Kind : std::uint8_t { known, unknown, not_applicable, error };

struct Result {
  Kind kind = Kind::unknown;
  base::Decimal number;
  std::string const* text = nullptr;      // of a text
  bool any_unit = false;                  // an amount of what has no unit: every comparison is an unknown of its own
  std::optional<std::int32_t> offset{};   // of a moment: minutes ahead of UTC
  std::optional<base::Ratio> fraction{};  // of a ratio: what it is exactly; `number` says nothing then

  static Result of(Kind kind) { return {kind, {}, nullptr, false, {}, {}}; }
  static Result known(base::Decimal number) { return {Kind::known, number, nullptr, false, {}, {}}; }
  static Result exactly(base::Ratio ratio) { return {Kind::known, {}, nullptr, false, {}, ratio}; }
  [[nodiscard]] base::Ratio ratio() const { return fraction.value_or(base::Ratio::of(number)); }
  static Result truth(bool yes) { return known(base::Decimal::of(yes ? 1 : 0)); }
};

enum class UnknownKind : std::uint8_t {
  fact,
  cell,
  further_count,
  further_cell,
  open_law,
  comparison,
  parameter,
  reading
};

// One unknown. The numbers mean: fact: id · cell, further_cell: list, row, field, dimension · open_law: table, key ·
// parameter, reading: which · comparison: a number for what it says, then where its variables stand.
struct UnknownId {
  UnknownKind kind = UnknownKind::fact;
  std::array<std::uint32_t, 8> at{};

  friend bool operator==(UnknownId const&, UnknownId const&) = default;
};

// One answer of a completion: which unknown (place in `domains`), which of its values.
struct Pick {
  std::uint32_t domain = 0;
  std::uint32_t value = 0;
};

struct Domain {
  UnknownId id;
  std::vector<Result> values;
};

class Completions {
 public:
  // The value of an unknown in this completion. `make_values` is called once for each unknown.
  template <class MakeValues>
  Result choose(UnknownId const& id, MakeValues make_values) {
    for (Pick const& pick : taken_) {
      if (domains_[pick.domain].id == id) {
        return domains_[pick.domain].values[pick.value];
      }
    }
    std::uint32_t const domain = find_domain(id, make_values);
    std::size_t const place = taken_.size();
    if (place == script_.size()) {
      script_.push_back(0);
    }
    taken_.push_back({domain, script_[place]});
    return domains_[domain].values[script_[place]];
  }

  // To the next completion; false when there is none.
  bool next();

  [[nodiscard]] std::vector<Pick> const& taken() const { return taken_; }
  [[nodiscard]] std::vector<Domain> const& domains() const { return domains_; }

 private:
  template <class MakeValues>
  std::uint32_t find_domain(UnknownId const& id, MakeValues make_values) {
    for (std::size_t i = 0; i < domains_.size(); ++i) {
      if (domains_[i].id == id) {
        return static_cast<std::uint32_t>(i);
      }
    }
    return add_domain(id, make_values());
  }
  std::uint32_t add_domain(UnknownId const& id, std::vector<Result> values);

  std::vector<Domain> domains_;
  std::vector<Pick> taken_;            // in the order asked for
  std::vector<std::uint32_t> script_;  // the value picked at each place
};

}  // namespace hjemmel::oracle
