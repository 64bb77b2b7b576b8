format --check nesting.rules
