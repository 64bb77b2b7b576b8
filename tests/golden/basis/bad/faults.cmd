check ../packages/faults
