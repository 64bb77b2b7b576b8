decide ../packages/effects --facts both.yaml --decision combined
decide ../packages/effects --facts both.yaml --decision combined --format json
decide ../packages/effects --facts both.yaml --decision competence
