check ../packages/tables
