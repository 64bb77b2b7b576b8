check ../packages/faults
check ../packages/loose
check ../packages/absent
check ../packages/old
