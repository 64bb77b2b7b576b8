check ../packages/costly
