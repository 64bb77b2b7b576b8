check ../packages/labels_missing
