explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/one_of_two_above.yaml --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/one_of_two_above.yaml --flip --lang en
