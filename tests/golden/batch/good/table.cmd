batch ../../../bench/packages/reaction --facts cases.jsonl --write table
batch ../../../bench/packages/reaction --facts cases.jsonl --write table --shard 2/3
batch ../../entitlements/packages/other --services --facts persons.jsonl --write table
