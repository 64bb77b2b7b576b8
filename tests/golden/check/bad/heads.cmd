check ../packages/heads
