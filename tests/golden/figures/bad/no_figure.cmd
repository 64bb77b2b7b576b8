decide ../packages/test/benefit --facts savings.yaml --decision benefit
