batch ../../../bench/packages/reaction --facts - --threads 3 < cases.jsonl
