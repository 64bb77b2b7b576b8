explain ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependence_unknown.yaml --why-not fine --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependence_unknown.yaml --why-not fine --flip --lang en
