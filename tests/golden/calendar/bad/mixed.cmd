check ../packages/mixed
check ../packages/no_such_day
