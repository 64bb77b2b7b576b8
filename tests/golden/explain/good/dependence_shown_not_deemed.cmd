explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/dependence_shown_not_deemed.yaml --why-not fine --flip unconditional_waiver --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/dependence_shown_not_deemed.yaml --why-not fine --flip unconditional_waiver --lang en
