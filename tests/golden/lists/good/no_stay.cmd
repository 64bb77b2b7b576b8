decide ../packages/stays --decision benefit --facts no_stay.yaml --trace
