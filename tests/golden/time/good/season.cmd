test ../packages/season
decide ../packages/season --facts king.yaml --decision reform --trace
decide ../packages/season --facts paid_later.yaml --decision dearer --trace
decide ../packages/season --facts king.yaml --decision answer --as-known-on 2026-07-09
decide ../packages/season --facts king.yaml --decision answer --as-known-on 2026-07-10
decide ../packages/season --facts open_row.yaml --decision deposited --trace
decide ../packages/season --facts open_row.yaml --decision deposited --format json
explain ../packages/season --facts open_row.yaml --decision deposited --lang nb
