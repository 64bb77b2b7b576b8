# exit 2
decide ../../../../rules/no/penal/minor_narcotics --facts ../../../../rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml --trace=everything
