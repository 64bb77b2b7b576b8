decide ../../facts/package --facts list_as_key.yaml
