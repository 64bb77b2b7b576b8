decide ../../facts/package --facts ../../facts/bad/bool.yaml --format json
