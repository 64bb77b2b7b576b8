check ../packages/words
check ../packages/ord
