decide ../../facts/package --facts behind_the_end.json
