check ../packages/composed
decide ../packages/composed --facts facts.yaml
check ../packages/row
