explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/not_for_own_use.yaml --why-not fine --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/not_for_own_use.yaml --why-not fine --flip --lang en
