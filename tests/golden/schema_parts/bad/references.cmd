check ../packages/not_alone
check ../packages/no_part
check ../packages/no_fact
check ../packages/whole
check ../packages/outside
check ../packages/circle
check ../packages/misnamed
check ../packages/too_long
