format --language nb - < clash.rules
