test ../packages/clashing
test ../packages/clashing --format json
