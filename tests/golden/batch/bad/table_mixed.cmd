batch ../../../bench/packages/reaction --facts mixed.jsonl --write table
