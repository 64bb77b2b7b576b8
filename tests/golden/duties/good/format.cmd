format - < terms.rules
format --language nb - < terms.rules
