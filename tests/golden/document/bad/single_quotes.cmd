decide ../../facts/package --facts single_quotes.json
