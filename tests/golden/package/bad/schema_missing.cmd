check ../packages/schema_missing
