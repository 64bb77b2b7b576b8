decide ../packages/stays --decision many --facts two_known.yaml
decide ../packages/stays --decision benefit --facts two_known.yaml
