batch ../../entitlements/packages/other --services --facts persons.jsonl
