# exit 3
entitlements --facts nothing.yaml
