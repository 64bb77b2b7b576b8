# exit 2
decide ../packages/season --facts gap.yaml --as-known-on 2026-02-30
