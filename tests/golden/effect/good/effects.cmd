check ../packages/effects
test ../packages/effects
