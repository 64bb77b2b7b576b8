// Nodes: makes the nodes of a kernel, each once, with what can be told of them beforehand.
//
// In: operands that are nodes already. Out: the number of a node, or kNone where it cannot be built: digits that may not fit, elements
// of two lists in one operation. A truth that needs no column (`and` with true) becomes no node.
#pragma once

#include <map>
#include <optional>

#include "engine/columns/kernel.h"

namespace hjemmel::columns {

enum class Relation : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };

class Nodes {
 public:
  explicit Nodes(Kernel& kernel) : kernel_(kernel) {}

  [[nodiscard]] std::uint32_t load(std::uint32_t fact, std::uint32_t field, Slot const& slot);
  [[nodiscard]] std::uint32_t constant(base::Decimal value);
  [[nodiscard]] std::uint32_t open_number();
  [[nodiscard]] std::uint32_t is_set(std::uint32_t number);
  [[nodiscard]] std::uint32_t truth(bool value) { return add({.op = Op::truth, .k = value ? 1 : 0}); }
  [[nodiscard]] std::uint32_t open_truth() { return add({.op = Op::truth, .k = 2}); }

  [[nodiscard]] std::uint32_t conjunction(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] std::uint32_t disjunction(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] std::uint32_t negation(std::uint32_t a);
  [[nodiscard]] std::uint32_t compare(Relation relation, std::uint32_t a, std::uint32_t b);
  [[nodiscard]] std::uint32_t among(std::uint32_t ordinal, std::vector<bool> const& set);
  [[nodiscard]] std::uint32_t choose(std::uint32_t condition, std::uint32_t then, std::uint32_t otherwise);

  [[nodiscard]] std::uint32_t add(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] std::uint32_t negate(std::uint32_t a);
  [[nodiscard]] std::uint32_t multiply(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] std::uint32_t lesser(std::uint32_t a, std::uint32_t b, bool greater);
  [[nodiscard]] std::uint32_t months_from(std::uint32_t from, std::uint32_t to);
  // `entries`: by ordinal; none: open law. `always_one`: an ordinal that is open has a value of these all the same.
  [[nodiscard]] std::uint32_t lookup(std::uint32_t ordinal, std::vector<std::optional<base::Decimal>> const& entries,
                                     bool always_one = false);
  [[nodiscard]] std::uint32_t count_of(std::vector<std::uint32_t> const& truths);
  [[nodiscard]] std::uint32_t open_where(std::uint32_t number, std::uint32_t truth);

  // Over the elements of `list`; `where` kNone: over all.
  [[nodiscard]] std::uint32_t every(std::uint32_t list, std::uint32_t body, std::uint32_t where);
  [[nodiscard]] std::uint32_t some(std::uint32_t list, std::uint32_t body, std::uint32_t where);
  [[nodiscard]] std::uint32_t total(std::uint32_t list, std::uint32_t body, std::uint32_t where,
                                    std::int64_t most_elements);
  [[nodiscard]] std::uint32_t count(std::uint32_t list, std::uint32_t where, std::int64_t most_elements);

  [[nodiscard]] Node const& at(std::uint32_t node) const { return kernel_.nodes[node]; }
  [[nodiscard]] std::optional<base::Decimal> constant_at(std::uint32_t node) const;

 private:
  std::uint32_t add(Node node);
  std::uint32_t over(std::uint32_t list, std::uint32_t node);
  std::uint32_t in_list(std::uint32_t node, std::uint32_t list);
  // Brings operands to the elements of one list; false where they are of two.
  bool level(std::uint32_t& a, std::uint32_t& b);
  std::uint32_t rescaled(std::uint32_t node, int scale);
  std::uint32_t compare_constant(Relation relation, std::uint32_t node, base::Decimal bound);
  std::uint32_t number(Node node);

  Kernel& kernel_;
  std::map<Node, std::uint32_t> known_;
  std::map<std::vector<std::optional<base::Decimal>>, std::uint32_t> lookups_;
  std::map<std::vector<bool>, std::uint32_t> sets_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> lists_;
};

}  // namespace hjemmel::columns
