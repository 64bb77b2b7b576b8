test ../packages/milder
decide ../packages/milder --facts later_is_milder.yaml --decision reaction --trace
decide ../packages/milder --facts later_is_milder.yaml --decision reaction --format json
decide ../packages/milder --facts neither.yaml --decision reaction
