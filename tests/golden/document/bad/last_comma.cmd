decide ../../facts/package --facts last_comma.json
