# What the code has no answer for is open, and never false.
decide ../packages/deadline --facts unknown.yaml --decision substance
decide ../packages/deadline --facts unknown.yaml --decision closing
decide ../packages/deadline --facts unknown.yaml --decision answer
decide ../packages/deadline --facts unknown.yaml --decision answer --format json
