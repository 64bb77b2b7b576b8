check ../packages/warned
decide ../packages/warned --facts warned.yaml
