decide ../packages/library --facts own_unit.yaml
decide ../packages/library --facts other_unit.yaml
