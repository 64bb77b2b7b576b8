// The facts that a program may read, as its schema describes them: paths, types, sensitivity, who judges.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/ir/type.h"

namespace hjemmel::ir {

using FactId = base::Id<struct FactTag>;

// none: nothing personal by itself. The others are never written to a log, and health facts need a ground in penal rules.
enum class Sensitivity : std::uint8_t { none, personal, health, criminal };

inline constexpr std::uint8_t kMostCost = 9;

// What facts and the fields of records in lists have in common.
struct FactInfo {
  std::string name;  // a fact's whole path (`case.act_date`), a field's own name (`amount`)
  Type type;
  Label label;
  Label if_true;   // of a bool: the whole statement, `the offender is drug dependent`; may be empty
  Label if_false;  // and its denial
  Sensitivity sensitivity = Sensitivity::none;
  bool may_be_not_applicable = false;
  bool fixed = false;                          // cannot differ: a birth date, a past event (`x-fixed`)
  std::optional<base::Decimal> minimum;        // inclusive, in the base unit; a date's day number
  std::optional<base::Decimal> maximum;        // inclusive
  std::vector<std::string> from;               // who can supply it (`x-from`)
  std::optional<base::Decimal> default_value;  // counts where it was not asked; of a text: 0
  std::string default_text;                    // of a text or moment: as written; of an enumeration: its name
  std::string unit;                            // of a quantity: the unit that the schema gives it in (`x-unit`)
  std::uint8_t cost = 1;                       // what finding it out takes, 1 (least) to kMostCost (`x-cost`)
};

struct Field {
  FactInfo info;
  std::uint32_t key_field = UINT32_MAX;  // of an amount: which field of the same record says of what
  bool assessment = false;               // these three as of a Fact: each element is judged by itself
  std::vector<std::string> judged_by{};
  std::vector<std::string> factors{};
};

struct Record {
  std::string name;  // for messages: the path of the list, `case.seizures`
  std::vector<Field> fields;
};

struct Fact {
  FactInfo info;
  bool assessment = false;             // marked in the schema: a human judges it, no rule derives it
  std::vector<std::string> judged_by;  // the schema's `x-assessment`; a package's `assessment` replaces them
  std::vector<std::string> factors;
  std::uint32_t max_items = 0;  // of a list: the schema's `maxItems`
  std::string
      open_law;  // not empty: no fact of a case but a date that the law leaves open, with the reason; never asked
};

}  // namespace hjemmel::ir
