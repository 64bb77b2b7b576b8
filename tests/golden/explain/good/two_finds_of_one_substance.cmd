explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/two_finds_of_one_substance.yaml --why-not fine --flip fine --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/two_finds_of_one_substance.yaml --why-not fine --flip fine --lang en
