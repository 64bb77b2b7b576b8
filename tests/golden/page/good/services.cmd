entitlements ../../entitlements/packages/many ../../entitlements/packages/other --facts services.yaml --html --lang nb
