decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependence_unknown.yaml
decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependence_unknown.yaml --trace
