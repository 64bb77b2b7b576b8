decide ../packages/stays --decision benefit --facts unknown_day.yaml --trace
