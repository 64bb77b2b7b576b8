decide ../packages/household --decision hardship --facts conditions.yaml --trace
decide ../packages/household --decision hardship --facts two_conditions.yaml --trace
