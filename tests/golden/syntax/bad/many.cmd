format --check many.rules
