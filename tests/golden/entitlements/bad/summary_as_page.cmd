# exit 2
entitlements --summary --html --facts nothing.yaml ../packages/many
