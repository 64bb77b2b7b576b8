explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/young_adult.yaml --why-not imprisonment --flip fine --lang nb
explain ../../../../rules/no/penal/minor_narcotics --facts ../facts/young_adult.yaml --why-not imprisonment --flip fine --lang en
