check ../packages/faults
decide ../packages/household --facts long.yaml
