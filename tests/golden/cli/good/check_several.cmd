check ../../facts/package ../../package/packages/sound
