decide ../packages/arrest --facts date.yaml
decide ../packages/arrest --facts no_offset.yaml
decide ../packages/arrest --facts outside.yaml
