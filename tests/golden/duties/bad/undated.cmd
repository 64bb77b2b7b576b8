check ../packages/undated
