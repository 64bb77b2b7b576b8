decide ../packages/two_rules --facts no_rule.yaml
