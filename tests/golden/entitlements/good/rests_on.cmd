entitlements ../packages/resting --facts resting.yaml
entitlements ../packages/resting --facts resting.yaml --lang nb
entitlements ../packages/resting --facts resting.yaml --format json
