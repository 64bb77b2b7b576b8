check ../packages/manifest_keys
