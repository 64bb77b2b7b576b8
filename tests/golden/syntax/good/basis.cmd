format - < basis.rules
