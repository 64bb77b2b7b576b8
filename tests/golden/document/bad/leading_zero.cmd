decide ../../facts/package --facts leading_zero.json
