test ../packages/two_rules
test ../packages/two_rules --format json
test ../packages/two_rules --format tap
