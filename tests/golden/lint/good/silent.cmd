check ../packages/silent
