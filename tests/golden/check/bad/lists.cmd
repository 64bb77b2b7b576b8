check ../packages/lists
