decide ../../facts/package --facts missing_comma.json
