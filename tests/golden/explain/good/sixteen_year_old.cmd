explain ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --why-not fine --why-not unconditional_waiver --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --why-not fine --why-not unconditional_waiver --flip --lang en
