check ../packages/case_names
