decide ../packages/library --facts range.yaml
decide ../packages/library --facts known.yaml --trace
