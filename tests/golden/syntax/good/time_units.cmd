format --language nb - < time_units.rules
format --language en - < time_units_nb.rules
format - < time_units_nb.rules
