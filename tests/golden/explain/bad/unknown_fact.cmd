explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/unknown_fact.yaml
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/unknown_fact.yaml --format json
