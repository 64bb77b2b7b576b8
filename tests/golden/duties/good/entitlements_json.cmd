entitlements ../packages/duties --facts person.yaml --format json
