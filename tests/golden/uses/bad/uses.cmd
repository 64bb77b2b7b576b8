check ../packages/faults
check ../packages/names
check ../packages/clash
check ../packages/round/one
