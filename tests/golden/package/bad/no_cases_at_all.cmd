test ../packages/no_cases_at_all
