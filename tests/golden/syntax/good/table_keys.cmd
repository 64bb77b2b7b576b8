format - < table_keys.rules
