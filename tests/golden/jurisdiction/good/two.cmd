# One package that two jurisdictions' code answers: Maundy Thursday is a holiday in Denmark alone.
check ../packages/two
decide ../packages/two --facts maundy_thursday.yaml
