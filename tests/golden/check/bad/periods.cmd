check ../packages/periods
