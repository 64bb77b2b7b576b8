check ../packages/missing_file
