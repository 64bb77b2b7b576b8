decide ../../facts/package --facts no_colon_blank.yaml
