format --check ../good/loose.rules
format --check - < ../good/loose.rules
