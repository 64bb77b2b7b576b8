# exit 2
batch ../../../bench/packages/reaction --facts mixed.jsonl --shard 3/2
batch ../../../bench/packages/reaction --facts mixed.jsonl --decision reaktion
batch ../../../bench/packages/reaction --facts mixed.jsonl --threads 0
