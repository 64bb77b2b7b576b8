check ../packages/other_name
