decide ../../facts/package --facts no_date.yaml --decision reaction
