# exit 2
decide ../../../../rules/no/penal/minor_narcotics --adapter no.police_xml --facts record.csv
