decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependent_adult.yaml
decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/dependent_adult.yaml --trace
