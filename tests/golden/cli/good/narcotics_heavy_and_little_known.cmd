decide ../../../../rules/no/penal/minor_narcotics --facts heavy_and_little_known.yaml
