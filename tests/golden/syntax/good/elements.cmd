format - < elements.rules
format --language nb - < elements.rules
