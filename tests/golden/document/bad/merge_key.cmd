decide ../../facts/package --facts merge_key.yaml
