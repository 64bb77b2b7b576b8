test ../packages/order
decide ../packages/order --facts aside_and_low.yaml --trace
decide ../packages/order --facts aside_and_aside.yaml
decide ../packages/order --facts equal_low_and_unknown.yaml
