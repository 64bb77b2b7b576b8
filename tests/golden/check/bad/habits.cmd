check ../packages/habits
