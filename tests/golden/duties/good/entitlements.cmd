entitlements ../packages/duties --facts person.yaml
