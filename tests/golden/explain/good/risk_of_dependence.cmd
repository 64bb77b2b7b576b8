explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/risk_of_dependence.yaml --why-not fine --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/risk_of_dependence.yaml --why-not fine --flip --lang en
