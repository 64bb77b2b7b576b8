decide ../../facts/package --facts ../../facts/good/known.yaml --trace
decide ../../facts/package --facts ../../facts/good/known.yaml --trace --format json
