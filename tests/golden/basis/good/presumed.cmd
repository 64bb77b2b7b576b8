decide ../packages/care --facts presumed.yaml --decision answer --trace
decide ../packages/care --facts presumed.yaml --decision answer --trace --format json
