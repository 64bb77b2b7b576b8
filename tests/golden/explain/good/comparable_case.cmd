explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/comparable_case.yaml --why-not fine --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/comparable_case.yaml --why-not fine --lang en
