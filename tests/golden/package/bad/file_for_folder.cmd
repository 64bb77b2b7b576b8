check ../packages/sound/package.yaml
