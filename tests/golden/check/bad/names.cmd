check ../packages/names
