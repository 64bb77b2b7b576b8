# exit 2
explain ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --why-not fines
