check ../packages/base --amend repeals_late.rules --amend also_repeals_late.rules
check ../packages/base --amend repeals_late.rules --amend replaces_late.rules
check ../packages/base --amend replaces_late.rules --amend repeals_late.rules
check ../packages/base --amend replaces_late_after.rules --amend repeals_late.rules
check ../packages/base --amend repeals_late.rules --amend joins_late.rules
check ../packages/base --amend row_twice.rules --amend row.rules
check ../packages/base --amend repeals_late.rules --amend empties.rules
