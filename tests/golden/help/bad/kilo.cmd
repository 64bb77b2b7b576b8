check ../packages/kilo
