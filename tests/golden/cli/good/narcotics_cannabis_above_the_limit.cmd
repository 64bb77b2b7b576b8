decide ../../../../rules/no/penal/minor_narcotics --facts cannabis_above_the_limit.yaml
