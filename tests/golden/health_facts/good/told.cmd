# every health fact that was read and given, with its ground; `strong` is read by no rule
decide ../packages/penal --facts ../known.yaml
decide ../packages/penal --facts ../known.yaml --format json
explain ../packages/penal --facts ../known.yaml --lang nb
# a range of a field of a list is given; what is unknown or was not asked is not
decide ../packages/penal --facts ../partly.yaml --decision measure
# a decision that reads no health fact tells of none
decide ../packages/penal --facts ../known.yaml --decision letter
