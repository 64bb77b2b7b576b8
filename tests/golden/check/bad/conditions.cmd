check ../packages/conditions
