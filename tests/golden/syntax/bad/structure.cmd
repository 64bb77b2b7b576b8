format --check structure.rules
