check ../packages/outside
