check ../packages/exceptions
test ../packages/exceptions
