entitlements --summary ../packages/many ../packages/other --facts known.yaml
