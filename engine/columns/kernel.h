// Kernel: what a plan decides, as straight-line code over columns: each node one operation on whole columns, no jumps.
//
// In: see build.h. It says nothing new: a node is a truth or a number of each row (or of each element of a list), known or open. A row is
// settled where all that its decision hangs on is known, and then it is decided as the machine decides it; of a row that is open
// or irregular the kernel says only that. Immutable; shared by threads. All cross-references are indexes; a node stands behind those
// that it reads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/columns/slots.h"

namespace hjemmel::columns {

inline constexpr std::uint32_t kNone = UINT32_MAX;

enum class Op : std::uint8_t {
  // numbers
  load,      // a: the fact, b: its field or kNone; of a bool or an ordinal too
  number,    // k
  lookup,    // a: an ordinal, b: which table; k: 1 where an ordinal that is open is one of the table's all the same
  count_of,  // how many of Kernel::lists[b] are true
  add,       // a + b
  multiply,  // a * b
  scaled,    // a * k
  lesser,    // of a and b
  greater,
  months_from,  // completed months from date a to date b; open where b lies before a
  choose,       // a: a truth; then b, else c
  open_where,   // a, open where the truth b is not false
  total,        // of a over the elements of a row
  count,        // of the elements of a row of which the truth a holds
  // truths
  truth,         // k: 0 false, 1 true, 2 open
  is_set,        // a: a bool
  below,         // number a < k
  above,         // number a > k
  equals,        // number a = k
  less,          // number a < number b
  same,          // number a = number b
  among,         // a: an ordinal, b: which set
  conjunction,   // a and b
  disjunction,   // a or b
  negation,      // not a
  choose_truth,  // a: a truth; then b, else c; open where a is, also where b and c are the same
  every,         // the truth a holds of every element of a row
  // either
  spread,  // a row's a, for each of its elements
};

struct Node {
  Op op = Op::truth;
  std::uint32_t a = kNone;
  std::uint32_t b = kNone;
  std::uint32_t c = kNone;
  std::int64_t k = 0;          // of every, total, count: the list
  std::uint32_t list = kNone;  // of its elements; kNone: of rows
  Width width =
      Width::u8;  // of a number: how it is stored. What is computed has i64, a count_of u8, a lookup i32 where all fit
  int scale = 0;  // of a number: stored is the value * 10^scale
  std::int64_t least = 0;  // of a number: within which what is stored lies, both included
  std::int64_t most = 0;

  friend auto operator<=>(Node const&, Node const&) = default;
};

[[nodiscard]] constexpr bool is_number(Op op) { return op < Op::truth; }

// By ordinal; open: the law gives no value.
struct Lookup {
  std::vector<std::int64_t> values;
  std::vector<std::uint8_t> open;  // 0 or 255
  bool any_open = false;
};

struct ComputedFigure {
  std::uint32_t rule = 0;   // index into Plan::rules
  std::uint32_t block = 0;  // eval::Figure::block
  std::uint32_t node = 0;
  std::uint32_t applies = 0;  // node: whether that rule applies
};

enum class MarkKind : std::uint8_t { in_force, arises, applies };

// One truth that an outcome hangs on, for the code of a row.
struct Mark {
  MarkKind kind = MarkKind::applies;
  std::uint32_t node = 0;
  std::uint32_t rule = 0;       // applies: index into Plan::rules
  std::uint32_t guard = kNone;  // applies: node, whether its own conditions hold, whatever puts it out
};

inline constexpr std::size_t kMostMarks = 64;     // of a decision
inline constexpr std::size_t kMostCriteria = 64;  // of a service

struct DecisionCode {
  std::string refused;  // why the kernel has no code for it, in words for a developer; empty: it has
  std::vector<Mark> marks;
  std::vector<ComputedFigure> figures;
};

struct ServiceCode {
  std::uint32_t decision = 0;  // index into Plan::decisions
  std::vector<std::uint32_t>
      criteria;  // nodes, by criterion: that it is met; empty where refused, or where there are too many
};

struct Kernel {
  Slots slots;
  std::vector<Node> nodes;
  std::vector<std::vector<std::uint32_t>> lists;  // operands of count_of
  std::vector<Lookup> lookups;
  std::vector<std::vector<std::uint8_t>> sets;  // by ordinal, 0 or 255
  std::vector<DecisionCode> decisions;          // by Plan::decisions
  std::vector<ServiceCode> services;            // by Plan::services
};

}  // namespace hjemmel::columns
