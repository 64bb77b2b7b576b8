format --check services.rules
