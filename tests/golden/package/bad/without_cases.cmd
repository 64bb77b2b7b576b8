test ../packages/without_cases
