# exit 2
decide ../packages/two_rules --facts no_rule.yaml --at 2026-05-04
