# exit 2
entitlements ../packages/many --facts nothing.yaml --at 4.5.2026
