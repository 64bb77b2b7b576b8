decide ../packages/stays --decision wards --facts unknown_ward.yaml
