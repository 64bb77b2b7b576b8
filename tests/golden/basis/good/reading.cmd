decide ../packages/care --facts reading.yaml --decision answer
decide ../packages/care --facts reading.yaml --decision answer --reading lasting=long_and_grave
decide ../packages/care --facts reading.yaml --decision visit
