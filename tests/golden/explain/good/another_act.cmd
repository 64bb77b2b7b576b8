explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/another_act.yaml --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/another_act.yaml --flip --lang en
