format --check characters.rules
