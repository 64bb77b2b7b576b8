decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --lang nb --trace
decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependence_unknown.yaml --lang nb
