check ../packages/parameters
