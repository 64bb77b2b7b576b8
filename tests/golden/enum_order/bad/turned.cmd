check ../packages/turned
