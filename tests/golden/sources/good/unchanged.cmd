# A package in English with an amendment in its folder; the second time with the program's own words for other programs.
sources verify ../packages/boats --corpus ../acts
sources verify ../packages/boats --corpus ../acts --format json
# What is locked already stays as it is.
sources lock ../packages/boats --corpus ../acts
