# exit 2
frobnicate
decde x
decide
decide x
decide ../../facts/package --facts conflict.yaml --format xml
decide ../../facts/package --facts conflict.yaml --unknown
check
format --check
decide ../../facts/package --facts ../good/no_date.yaml --at 4.5.2026
decide ../../facts/package --facts ../good/no_date.yaml --decision reactoin
decide ../../facts/package ../../facts/package --facts ../good/no_date.yaml
check ../../facts/package --format tap
