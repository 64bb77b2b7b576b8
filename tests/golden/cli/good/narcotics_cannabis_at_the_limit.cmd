decide ../../../../rules/no/penal/minor_narcotics --facts cannabis_at_the_limit.yaml
