# exit 1
decide ../packages/household --decision rent --facts no_rate.yaml
decide ../packages/household --decision rent --facts two_rates.yaml
