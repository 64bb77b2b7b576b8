check ../packages/headless
