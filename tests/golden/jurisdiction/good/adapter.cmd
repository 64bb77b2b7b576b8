# A record of a register as an adapter reads it; what it cannot say, such as dependence, is missing.
decide ../../../../rules/no/penal/minor_narcotics --adapter no.police_csv --facts record.csv
