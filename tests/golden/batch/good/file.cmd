batch ../../../bench/packages/reaction --facts cases.jsonl
