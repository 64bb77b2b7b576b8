explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/amount_above_limit.yaml --why-not fine --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/amount_above_limit.yaml --why-not fine --flip --lang en
