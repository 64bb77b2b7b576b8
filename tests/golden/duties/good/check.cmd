check ../packages/duties
