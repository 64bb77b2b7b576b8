explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/amount_within_a_range.yaml --why-not fine --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/amount_within_a_range.yaml --why-not fine --lang en
