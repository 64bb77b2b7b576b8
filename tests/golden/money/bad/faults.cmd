check ../packages/faults
decide ../packages/credit --facts euros.yaml
decide ../packages/credit --facts yen.yaml
