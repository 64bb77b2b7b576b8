decide ../packages/fees --facts two_rows.yaml --decision by_class --trace
decide ../packages/fees --facts two_rows.yaml --decision by_points --trace
