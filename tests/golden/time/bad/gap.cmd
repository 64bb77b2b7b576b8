decide ../packages/season --facts gap.yaml --decision answer --trace
decide ../packages/season --facts gap.yaml --decision trial
