decide ../../../../rules/no/penal/minor_narcotics --facts substance_without_limit.yaml
