format --language nb - < loose.rules
format --language en - < bokmaal.rules
