test ../packages/household
decide ../packages/household --facts another.yaml
decide ../packages/household --facts another.yaml --decision rooms --format json
decide ../packages/household --facts judged.yaml --decision rooms --trace
