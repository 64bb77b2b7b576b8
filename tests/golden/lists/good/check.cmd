check ../packages/stays
