entitlements ../packages/many ../packages/other --facts overflow.yaml
