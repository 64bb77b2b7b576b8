batch ../../../bench/packages/reaction --facts cases.jsonl --shard 1/3
batch ../../../bench/packages/reaction --facts cases.jsonl --shard 2/3
batch ../../../bench/packages/reaction --facts cases.jsonl --shard 3/3
