decide ../../facts/package --facts no_date.yaml --at 2026-05-04
decide ../../facts/package --facts unknown_date.yaml --at 2026-05-04
