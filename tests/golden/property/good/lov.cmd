check ../packages/lov
test ../packages/lov
test ../packages/lov --format tap
