check ../packages/amounts
