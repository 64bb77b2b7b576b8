check ../packages/sound
