check ../packages/readers
test ../packages/readers
