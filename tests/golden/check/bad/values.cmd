check ../packages/values
