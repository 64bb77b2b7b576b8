entitlements --summary ../packages --facts known.yaml
