# A function that refuses an argument: the decision ends in an error that names it.
decide ../packages/deadline --facts refused.yaml --decision answer
decide ../packages/deadline --facts refused.yaml --decision counted
