// A fact schema: JSON Schema 2020-12 (a documented subset, see schemas/README.md) to the facts that a program may read.
//
// In: a document tree. Out: records of facts with types, sensitivity, assessments and labels, in written order. The subset's
// keywords and our `x-` keywords are the only ones allowed: an unknown keyword is an error. Tested in tests/unit/schema.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/ir/fact.h"

namespace hjemmel::schema {

// The type as the schema alone can say it; `check` joins it with the package's enumerations.
enum class SchemaType { boolean, integer, decimal, text, date, moment, enumeration, quantity, amount, list };

struct Property {
  ir::FactInfo info;  // info.type is filled by `check`; the rest is final
  SchemaType type = SchemaType::boolean;
  std::string unit;  // quantity: a unit of its dimension (`x-unit`)
  source::Span unit_span;
  std::string enumeration;          // enumeration: its name (`x-enum`, else the property's path)
  std::vector<std::string> values;  // enumeration: in written order
  std::vector<ir::Label> value_labels;
  bool ordered = false;   // enumeration: `x-ordered: true`, lowest first
  std::string amount_of;  // amount: the sibling property whose value says of what (`x-amount-of`)
  bool assessment = false;
  std::vector<std::string> judged_by;
  std::vector<std::string> factors;
  std::uint32_t max_items = 0;   // list: `maxItems`, required
  std::vector<Property> fields;  // list: of its records
  source::Span span;
};

struct FactSchema {
  std::string id;                    // `no/narcotics_case`
  std::vector<Property> properties;  // flattened: info.name is the whole path, `case.act_date`
  source::Span id_span{};
  std::vector<ir::NameLabel> groups{};  // those that have a label
};

[[nodiscard]] std::optional<FactSchema> read_fact_schema(document::Node const& root, diag::Sink& sink);

}  // namespace hjemmel::schema
