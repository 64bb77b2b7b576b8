check ../packages/test/benefit
test ../packages/test/benefit
decide ../packages/test/benefit --facts known.yaml
decide ../packages/test/benefit --facts known.yaml --decision benefit --trace
decide ../packages/test/benefit --facts known.yaml --format json --decision response
decide ../packages/test/benefit --facts range.yaml
decide ../packages/test/benefit --facts range.yaml --format json --decision benefit
format --check ../packages/test/benefit/benefit.rules
