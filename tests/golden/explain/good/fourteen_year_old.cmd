explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/fourteen_year_old.yaml --why-not conditional_waiver --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/fourteen_year_old.yaml --why-not conditional_waiver --flip --lang en
