decide ../../facts/package --facts wrong_start.yaml
