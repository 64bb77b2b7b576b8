check ../packages/wrong
