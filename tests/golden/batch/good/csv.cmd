batch ../../../bench/packages/reaction --facts cases.csv --write table
batch ../../../bench/packages/reaction --facts cases.csv.gz --write table
batch ../../../bench/packages/reaction --facts - --input csv --write table < cases.csv
