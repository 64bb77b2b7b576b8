// One fact of a schema: its type, bounds, who judges it, and what it is called.
//
// In: an entry of `properties`. Out: a Property, or diagnostics. Tested in tests/unit/schema/fact_schema_test.cpp.
#pragma once

#include <span>
#include <string>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/schema/fact_schema.h"

namespace hjemmel::schema {

// `path`: the whole of it, also for a field of a list's records (`case.seizures.amount`), whose info.name is its own name alone.
[[nodiscard]] Property read_fact(std::string const& path, document::Entry const& entry, bool in_list, diag::Sink& sink);

// What facts and lists have in common: label, sensitivity, x-not-applicable, x-fixed, x-from, x-cost.
void read_common(document::Node const& node, Property& property, diag::Sink& sink);

// `minimum`, `maximum`, `x-minimum` and `x-maximum`, into the base unit.
void read_bounds(document::Node const& node, Property& property, diag::Sink& sink);

// JSON Schema's `default`: what counts where the fact was not asked. After read_bounds.
void read_default(document::Node const& node, Property& property, diag::Sink& sink);

// `x-amount-of` names an enumeration beside it.
void check_amounts(std::span<Property const> siblings, diag::Sink& sink);

// An enumeration that is named twice lists the same values in the same order.
void check_enumerations(std::span<Property const> properties, diag::Sink& sink);

}  // namespace hjemmel::schema
