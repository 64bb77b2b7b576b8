explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/no_limit_for_substance.yaml --why-not fine --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/no_limit_for_substance.yaml --why-not fine --flip --lang en
