// One row of a table of many cases: cells of CSV (RFC 4180), for spreadsheets and databases that take no documents.
//
// In: what was decided, as data. Out: its cells with commas between them, the same text for the same data. A decision has its status,
// its options, and its rules. An option is written `fine{amount=3000 NOK}`: `;` stands between bounds, `>=` and `<=` are at least
// and at most, figures are those of schemas/outcome.schema.yaml; before it stands its modality where that is another than `is`; a
// condition follows as `+name{…}`, one that only may be set as `+?name{…}`, and what it must state as `states term`. Options, rules and
// failed criteria are joined by `|`. A decision on a figure has the figure alone. Tested in tests/unit/explain/table_row_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/eval/duties.h"
#include "engine/eval/entitle.h"
#include "engine/eval/outcome.h"

namespace hjemmel::explain {

// In quotes where it has to be.
[[nodiscard]] std::string table_cell(std::string_view text);

// `NAME.status,NAME,NAME.rules`
[[nodiscard]] std::string decision_head(std::string_view name);
[[nodiscard]] std::string decision_cells(eval::Status status, bool of_figure,
                                         std::span<eval::OutcomeOption const> options,
                                         std::span<std::string const> rules);
// `NAME,NAME.failed`
[[nodiscard]] std::string service_head(std::string_view name);
[[nodiscard]] std::string service_cells(eval::ServiceState state, std::span<std::string const> failed);
// `NAME,NAME.due`: a day, or `2026-01-01|2026-02-01` where it lies between the two.
[[nodiscard]] std::string duty_head(std::string_view name);
[[nodiscard]] std::string duty_cells(eval::DutyOutcome const& duty);

}  // namespace hjemmel::explain
