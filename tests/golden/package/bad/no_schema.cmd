check ../packages/no_schema
