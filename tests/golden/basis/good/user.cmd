check ../packages/user
test ../packages/user
