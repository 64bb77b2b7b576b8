# exit 3
batch ../../../bench/packages/reaction --facts none.jsonl
batch ../../../bench/packages/reaction --facts .
