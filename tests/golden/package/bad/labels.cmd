check ../packages/labels
