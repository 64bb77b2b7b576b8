explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/purpose_requires_reaction.yaml --why-not unconditional_waiver --flip --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/purpose_requires_reaction.yaml --why-not unconditional_waiver --flip --lang en
