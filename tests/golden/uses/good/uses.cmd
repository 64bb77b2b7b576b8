test ../packages/dental ../packages/health/lar
check ../packages/dental
decide ../packages/dental --facts young.yaml
decide ../packages/dental --facts facts.yaml
decide ../packages/dental --facts facts.yaml --decision lar.place --format json
decide ../packages/dental --facts facts.yaml --trace --format json
# presumed alike by two used packages: it counts once
decide ../packages/same_doubt --facts ../doubt.yaml
# each used package totals its own groups: five nights in each ward, six in one, and a ward of which it is not known
decide ../packages/nights --facts nights.yaml
decide ../packages/nights --facts more_nights.yaml
decide ../packages/nights --facts nights_unknown.yaml
