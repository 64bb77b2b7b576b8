decide ../packages/household --decision rent --facts one_rate.yaml --trace
decide ../packages/household --decision rent --facts unknown_rate.yaml --trace
