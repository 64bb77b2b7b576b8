format - < services.rules
