decide ../packages/household --decision newcomer --facts nobody.yaml --trace
