check ../packages/fees
test ../packages/fees
