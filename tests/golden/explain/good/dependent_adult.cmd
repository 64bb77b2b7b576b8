explain ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependent_adult.yaml --why-not fine --why-not conditional_waiver --flip fine --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependent_adult.yaml --why-not fine --why-not conditional_waiver --flip fine --lang en
