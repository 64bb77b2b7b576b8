explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/two_substances_within_limits.yaml --why-not fine --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/two_substances_within_limits.yaml --why-not fine --lang en
