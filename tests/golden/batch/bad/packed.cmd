# exit 3
batch ../../../bench/packages/reaction --facts cut_off.jsonl.gz --write table
