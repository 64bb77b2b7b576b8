check ../packages/types
