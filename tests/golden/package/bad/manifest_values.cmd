check ../packages/manifest_values
