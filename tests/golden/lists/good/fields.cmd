decide ../packages/household --decision children --facts fields.yaml --trace
decide ../packages/household --decision newcomer --facts fields.yaml --trace
