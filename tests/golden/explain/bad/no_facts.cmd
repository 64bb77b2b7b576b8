# exit 2
explain ../../../../rules/no/penal/minor_narcotics
