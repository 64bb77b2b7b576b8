format --check not_utf8.rules
