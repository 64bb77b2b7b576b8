decide ../../../../rules/no/penal/minor_narcotics --facts two_bags.yaml
