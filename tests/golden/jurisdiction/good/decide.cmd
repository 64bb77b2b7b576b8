check ../packages/deadline
test ../packages/deadline
decide ../packages/deadline --facts facts.yaml
decide ../packages/deadline --facts facts.yaml --decision answer --format json
decide ../packages/deadline --facts facts.yaml --decision closing --trace
explain ../packages/deadline --facts facts.yaml --decision answer --lang nb
