check ../packages/faults
check ../packages/names
check ../packages/clash
check ../packages/round/one
# presumed otherwise by two used packages: refused, though their decisions have rules
check ../packages/both_doubts
