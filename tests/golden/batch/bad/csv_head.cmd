batch ../../../bench/packages/reaction --facts wrong_head.csv
batch ../../../bench/packages/reaction --facts empty.csv
batch ../../../bench/packages/reaction --facts mixed.jsonl --input csv
