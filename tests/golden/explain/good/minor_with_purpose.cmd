explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/minor_with_purpose.yaml --why-not fine --why-not imprisonment --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/minor_with_purpose.yaml --why-not fine --why-not imprisonment --lang en
