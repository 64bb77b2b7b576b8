batch ../../../bench/packages/reaction --facts mixed.csv --write table
