# exit 2
decide ../packages/care --facts ../good/reading.yaml --reading lasting=long
# exit 2
decide ../packages/care --facts ../good/reading.yaml --reading lsting=long_and_grave
# exit 2
decide ../packages/care --facts ../good/reading.yaml --reading lasting
