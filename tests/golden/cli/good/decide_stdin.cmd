decide ../../facts/package --facts - < ../../facts/good/known.yaml
decide ../../facts/package --facts - < ../../facts/good/json.json
