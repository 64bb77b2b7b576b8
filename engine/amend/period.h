// Period: which version of a declaration or row an operation speaks of, and the `in force` clause that it has after a change.
//
// In: the versions that stand, and the day that the amendment names. Out: the one meant, or a message. A day is compared with
// what the clause says; a date that the law leaves open counts from the first day that it can be. Tested in tests/golden/amend.
#pragma once

#include <string>
#include <vector>

#include "engine/amend/draft.h"

namespace hjemmel::amend {

// Whether a declaration of this kind, or a row of it, can say when it is in force.
[[nodiscard]] bool has_period(Target const& target);

// What a version says, as it stands now; false where it says nothing.
[[nodiscard]] syntax::View period_of(NewPeriod const& changed, syntax::View written, std::size_t reader);

// May it be in force on the day? A clause that is false holds on every day.
[[nodiscard]] bool may_be_in_force(syntax::View clause, syntax::View day);

// The stretch of a row with another `in force` in it.
[[nodiscard]] std::vector<Slice> row_with_period(syntax::View row, syntax::View clause);

// The place in `versions` that `operation` means; nothing after a message. `what`: `the amendment … rule …`.
[[nodiscard]] std::optional<std::size_t> version_meant(std::vector<syntax::View> const& periods,
                                                       Operation const& operation, std::string const& what,
                                                       diag::Sink& sink);

}  // namespace hjemmel::amend
