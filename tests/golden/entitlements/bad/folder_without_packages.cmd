entitlements ../good --facts nothing.yaml
ask --services ../good --facts nothing.yaml
