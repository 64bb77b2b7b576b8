format --language en - < elements_nb.rules
