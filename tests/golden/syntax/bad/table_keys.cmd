format --check table_keys.rules
