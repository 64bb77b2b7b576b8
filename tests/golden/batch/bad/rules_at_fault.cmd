batch ../../cli/packages/two_rules --facts both.jsonl
