decide ../../facts/package --facts wrong_escape.yaml
