decide ../packages/household --decision couple --facts alone.yaml --trace
decide ../packages/household --decision couple --facts couple.yaml --trace
