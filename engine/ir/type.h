// Types of values, and the tables that types point into: enumerations, records, units.
//
// One idea, one name: an `amount of K` is a quantity in the dimension that the enumeration value K declares.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/id.h"
#include "engine/base/unit.h"
#include "engine/source/span.h"

namespace hjemmel::ir {

using EnumId = base::Id<struct EnumTag>;
using RecordId = base::Id<struct RecordTag>;

enum class TypeKind : std::uint8_t {
  boolean,
  integer,
  decimal,
  text,
  date,
  moment,  // in seconds since 1970-01-01T00:00Z, and an offset: base/moment.h
  month,   // as base/date.h numbers it
  year,
  ratio,  // an exact fraction that is not rounded yet: of a dimension or an enumeration's amounts, or a bare number
  enumeration,
  quantity,  // of one dimension; a period in months or years is a quantity of kPeriod, money one of kMoneyNok
  amount,    // in the dimension that a value of `enumeration` declares; compared only with amounts of the same value
  list,      // of records; only as the type of a fact
};

struct Type {
  TypeKind kind = TypeKind::boolean;
  base::Dimension dimension;  // quantity; ratio: of a quantity that is not rounded yet
  EnumId enumeration;         // enumeration, amount; ratio: of an amount that is not rounded yet
  RecordId record;            // list

  friend bool operator==(Type const&, Type const&) = default;
};

struct Label {
  std::string en;  // empty: not given
  std::string nb;

  [[nodiscard]] bool empty() const { return en.empty() && nb.empty(); }
};

// What people call a name that the rules use: a definition, a rule, an authority, a group of facts.
struct NameLabel {
  std::string name;
  Label label;     // `the rule for offenders under 18`; may be empty
  Label if_true;   // of a bool definition, a ground or a criterion: the whole statement; may be empty
  Label if_false;  // and its denial
};

// A parameter of an option or a condition: `meetings: int`, `amount: money(NOK)`.
struct Parameter {
  std::string name;
  Type type;
};

struct EnumValue {
  std::string name;
  Label label;
  std::uint32_t rank = 0;                    // ordered enumerations: 0 is mildest or lowest; equal for `like`
  bool unranked = false;                     // compares as open law
  bool any_unit = false;                     // its amounts are neither added nor compared: they read as open law
  std::optional<base::Dimension> dimension;  // what its amounts are measured in
  std::vector<std::string> authorities;      // `by`: who may give this reaction
  bool by_nobody = false;                    // a combination of which no authority may give every part
  std::string unit;                          // what its amounts are measured in, as written: `kg`
  std::vector<Parameter> parameters;
  source::Span span;
};

struct Enum {
  std::string name;
  std::string ordered_by;  // `severity`; empty when unordered
  std::vector<EnumValue> values;
  source::Span span;
};

struct DeclaredUnit {
  std::string name;  // its dimension is base::kFirstDeclaredDimension + its place
  Label label;
  bool money = false;   // `money USD`
  std::string minor{};  // of money: what a hundredth is called; may be empty
};

}  // namespace hjemmel::ir
