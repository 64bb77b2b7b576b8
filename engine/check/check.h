// Check: the syntax trees of a package and its fact schema to a typed, frozen program.
//
// In: trees that parsed, the schema that the package head names. Out: the IR, or nothing when there is an error; either way
// the sink says all that was found: names, types, units, precedence, citations. The only stage that knows both syntax and
// IR. Tested by tests/golden/check and tests/unit/check.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/base/helper.h"
#include "engine/check/uses.h"
#include "engine/diag/diagnostic.h"
#include "engine/ir/program.h"
#include "engine/schema/fact_schema.h"
#include "engine/source/source_file.h"
#include "engine/syntax/tree.h"

namespace hjemmel::check {

// The schema that the package head asks for, `no/narcotics_case`. Nothing, with a message, when there is no head, or when it
// does not say.
[[nodiscard]] std::optional<std::string> schema_name(std::span<syntax::Tree const> files, diag::Sink& sink);

// `used`: the programs of the packages that `uses` lines name, each under its alias. `jurisdictions`: the code that the lines
// `uses jurisdiction` name, as far as it was found; what is missing was told.
[[nodiscard]] std::optional<ir::Program> check(std::span<syntax::Tree const> files, schema::FactSchema const& schema,
                                               source::Sources const& sources, diag::Sink& sink,
                                               std::span<UsedProgram const> used = {},
                                               std::span<base::Foreign const* const> jurisdictions = {});

// The same, but that the program is right is not proven: ir::verify is to find nothing before anyone relies on it. For a caller
// that has something else to do meanwhile. `helper`: with many services it reads some, and makes their rules; may be none.
[[nodiscard]] std::optional<ir::Program> check_unproven(std::span<syntax::Tree const> files,
                                                        schema::FactSchema const& schema,
                                                        source::Sources const& sources, diag::Sink& sink,
                                                        std::span<UsedProgram const> used = {},
                                                        std::span<base::Foreign const* const> jurisdictions = {},
                                                        base::Helper* helper = nullptr);

}  // namespace hjemmel::check
