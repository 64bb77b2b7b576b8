format --check control.rules
