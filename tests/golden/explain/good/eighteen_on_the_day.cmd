explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/eighteen_on_the_day.yaml --why-not conditional_waiver --flip fine --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/eighteen_on_the_day.yaml --why-not conditional_waiver --flip fine --lang en
