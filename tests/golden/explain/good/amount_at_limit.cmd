explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/amount_at_limit.yaml --why-not unconditional_waiver --flip conditional_waiver --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/amount_at_limit.yaml --why-not unconditional_waiver --flip conditional_waiver --lang en
