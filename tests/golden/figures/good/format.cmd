format - < figures.rules
format --language nb - < figures.rules
