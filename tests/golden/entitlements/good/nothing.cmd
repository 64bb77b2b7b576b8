entitlements ../packages/many ../packages/other --facts nothing.yaml
