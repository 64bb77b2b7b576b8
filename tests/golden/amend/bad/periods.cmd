check ../packages/dated --amend period_versions.rules
check ../packages/dated --amend period_replaced.rules
check ../packages/dated --amend period_day.rules
check ../packages/dated --amend period_twice.rules
check ../packages/dated --amend period_old.rules --amend period_repeals.rules
check ../packages/dated --amend period_repeals.rules --amend period_old.rules
check ../packages/dated --amend period_adds.rules --amend period_old.rules
check ../packages/dated --amend period_adds.rules
check ../packages/dated --amend period_day_late.rules
