# exit 1
decide ../packages/stays --decision benefit --facts same_day.yaml
