decide ../packages/readers --facts conflict.yaml --trace
