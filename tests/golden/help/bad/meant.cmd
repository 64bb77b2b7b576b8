check ../packages/meant
