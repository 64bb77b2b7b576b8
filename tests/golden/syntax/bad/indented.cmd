format --check indented.rules
