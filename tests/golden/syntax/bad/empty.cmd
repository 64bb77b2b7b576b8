format --check empty.rules
