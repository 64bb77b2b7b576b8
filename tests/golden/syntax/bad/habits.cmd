format --check habits.rules
