entitlements ../packages/many ../packages/other --facts known.yaml
