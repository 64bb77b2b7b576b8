decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --trace=decision
decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --trace=decision --format json
decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --trace=rules
decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --trace=rules --format json
