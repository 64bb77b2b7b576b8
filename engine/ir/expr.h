// Expressions of the IR: a table of typed nodes, children before parents, each with the span it was written at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/apart.h"
#include "engine/base/decimal.h"
#include "engine/base/few.h"
#include "engine/base/term.h"
#include "engine/ir/fact.h"

namespace hjemmel::ir {

using ExprId = base::Id<struct ExprTag>;
using TableId = base::Id<struct TableTag>;
using DefinitionId = base::Id<struct DefinitionTag>;
using DecisionId = base::Id<struct DecisionTag>;

enum class ExprOp : std::uint8_t {
  constant,     // value (see Expr::number); text in `more`; a moment with its instant and, in `more`, as it is written
  fact,         // a scalar fact: `fact`
  field,        // field `index` of the record that variable `variable` stands at
  group_key,    // the key of the group that variable `variable` stands at
  definition,   // `definition`, computed once a case
  parameter,    // the declared parameter `index`
  reading,      // the children are the choices of reading `index`; the body of the definition of that name
  conjunction,  // n-ary `and`
  disjunction,  // n-ary `or`
  negation,     // `not`
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  member,         // children[0] in the set of enumeration ordinals in `more`
  is_applicable,  // of one fact or field
  add,
  subtract,
  multiply,  // at least one operand is a bare number
  negate,
  divide,       // a ratio; by zero: an error
  round,        // children[0] to a multiple of `number`; `index`: the base::Rounding
  lesser_of,    // of two; not applicable is passed over
  greater_of,   // likewise
  date_of,      // the local date of a moment
  month_of,     // of a date
  year_of,      // of a date or a month
  age,          // completed months between children[0], a birth date, and children[1]
  table,        // `more->table` looked up with the children as keys
  term,         // the last day of term `index` that runs from children[0], a date
  conditional,  // if children[0] then children[1] else children[2]
  every,        // over the list: children[0] where (optional), last child the body
  some,
  no,
  total,  // sum of the last child over the list, children[0] where (optional)
  count,  // how many elements, children[0] where (optional); of a list by key how many groups, last child the body
  count_distinct,  // how many different values of the last child; children[0] where (optional)
  least,           // the smallest value of the last child, over none not applicable; children[0] where (optional)
  greatest,
  first,  // field `index` of the record with the smallest field `more->order`; children[0] where (optional); a tie is an error
  last,
  only,            // field `index` of the one record; children[0] where (optional); none, or two, is an error
  may_be,          // decision `decision` has option `index` among its options
  is_only,         // decision `decision` has option `index` as its only option
  figure,          // what `decision`, which is on a figure, decides
  selecting_date,  // the date that picks the rules in force: `definition`, or what `as_of_date` puts in its place
  as_of_date,      // children[0], with the date children[1] as the one that picks
  out_of_force,    // an error: no version of `more->text` covers the date
  call,  // function `index` of a jurisdiction, with the children as arguments; of text only where it is compared
};

// What a quantifier or an aggregate runs over.
enum class SourceKind : std::uint8_t { none, list, list_by_key, group };

// Most have two children or fewer, which lie in the node itself.
using ExprIds = base::Few<ExprId>;

// What few expressions have.
struct ExprMore {
  base::Apart<std::string> text = {};  // constant of type text, or a moment: as it is written; out_of_force: the name
  base::Few<std::uint32_t> set = {};   // member: ordinals, ascending
  TableId table = {};
  std::uint32_t order = 0;  // first, last: the field that orders the records
  std::uint32_t group = 0;  // source `group`: the variable that stands at the group

  [[nodiscard]] bool empty() const { return text.empty() && set.empty() && !table.has_value() && (order | group) == 0; }
};

// A package has many, so each is small.
struct Expr {
  ExprOp op = ExprOp::constant;
  SourceKind source = SourceKind::none;
  bool has_where = false;
  Type type;
  source::Span span;
  FactId fact;  // fact; of field, group_key, quantifiers and aggregates the list (also where `source` is a group)
  DefinitionId definition;
  DecisionId decision;
  std::uint32_t variable =
      0;  // field, group_key: which variable; quantifier, aggregate: the variable it binds (unique in the program)
  std::uint32_t index =
      0;  // parameter, reading, call: which; field: which field; list_by_key: the key field; may_be, is_only: the option's
          // ordinal; round: how
  // constant: bool 0/1, number, day number of a date, months of a period, base units of a quantity, ordinal of an enumeration value
  base::Decimal number;
  ExprIds children;
  base::Apart<ExprMore> more;
};

// A length of time from a day, `10 working days after d`; days of the list `suspended` are not counted.
struct Term {
  base::Term length;
  FactId suspended;             // none: every day is counted
  std::uint32_t first_day = 0;  // fields of its records, both dates
  std::uint32_t last_day = 0;
};

[[nodiscard]] constexpr bool is_comparison(ExprOp op) { return op >= ExprOp::equal && op <= ExprOp::greater_equal; }
// Runs over the elements of a list or of a group: quantifiers, aggregates, the first, the last and the only record.
[[nodiscard]] constexpr bool is_over_list(ExprOp op) { return op >= ExprOp::every && op <= ExprOp::only; }
// Reads a field of one record of a list.
[[nodiscard]] constexpr bool picks_record(ExprOp op) { return op >= ExprOp::first && op <= ExprOp::only; }

}  // namespace hjemmel::ir
