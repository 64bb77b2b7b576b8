check ../packages/enums
