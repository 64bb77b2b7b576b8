entitlements ../packages/many ../packages/other --facts elsewhere.yaml
