# The sentence names the column, and nothing of what stands in it.
decide ../../../../rules/no/penal/minor_narcotics --adapter no.police_csv --facts record.csv
