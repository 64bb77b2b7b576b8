# exit 2
decide ../packages/owed --facts ../good/known.yaml --decision answer_claim
decide ../packages/owed --facts ../good/known.yaml --decision reading_help
