entitlements ../packages/other --facts nothing.yaml --at 2026-05-04
