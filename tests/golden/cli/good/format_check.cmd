format --check canonical.rules
