entitlements --summary ../packages/many ../packages/other --facts refused.yaml
