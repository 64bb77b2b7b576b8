decide ../packages/two_rules --facts conflict.yaml
decide ../packages/two_rules --facts conflict.yaml --format json
