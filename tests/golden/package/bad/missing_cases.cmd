check ../packages/missing_cases
