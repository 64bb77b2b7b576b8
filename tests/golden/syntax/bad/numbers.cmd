format --check numbers.rules
