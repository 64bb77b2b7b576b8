explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/birth_date_unknown.yaml --why-not conditional_waiver --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/birth_date_unknown.yaml --why-not conditional_waiver --lang en
