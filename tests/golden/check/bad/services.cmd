check ../packages/services
