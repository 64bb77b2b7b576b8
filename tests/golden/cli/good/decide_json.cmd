decide ../../facts/package --facts ../../facts/good/known.yaml --format json
