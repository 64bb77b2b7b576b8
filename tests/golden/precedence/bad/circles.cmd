check ../packages/circles
