# exit 3
batch ../../../bench/packages/reaction --input parquet --facts mixed.jsonl
batch ../../../bench/packages/reaction --input parquet --facts none.parquet
batch ../../../bench/packages/reaction --input parquet --facts .
batch ../../../bench/packages/reaction --input parquet --facts -
