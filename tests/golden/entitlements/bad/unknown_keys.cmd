entitlements ../packages/many ../packages/other --facts unknown_keys.yaml
