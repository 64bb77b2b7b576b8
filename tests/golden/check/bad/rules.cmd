check ../packages/rules
