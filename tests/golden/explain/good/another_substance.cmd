explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/another_substance.yaml --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/another_substance.yaml --lang en
