# exit 2
batch ../../../bench/packages/reaction --facts mixed.jsonl --shard 3/2
batch ../../../bench/packages/reaction --facts mixed.jsonl --decision reaktion
batch ../../../bench/packages/reaction --facts mixed.jsonl --threads 0
batch ../../entitlements/packages/other --facts ../good/persons.jsonl
batch ../../cli/packages/two_rules --services --facts both.jsonl
batch ../../entitlements/packages/other --services --decision x --facts ../good/persons.jsonl
batch ../../../bench/packages/reaction --facts cut_off.jsonl.gz --shard 1/2
batch ../../../bench/packages/reaction --facts mixed.csv --shard 1/2
batch ../../../bench/packages/reaction --input parquet --facts mixed.jsonl --shard 0/2
