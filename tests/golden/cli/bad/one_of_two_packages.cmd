test ../../facts/package ../packages/two_rules
