format - < loose.rules
