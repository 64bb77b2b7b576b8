batch ../../../bench/packages/reaction --facts cases.jsonl.gz --write table
batch ../../../bench/packages/reaction --facts cases.jsonl.zst --write table
batch ../../../bench/packages/reaction --facts - --write table < cases.jsonl.zst
