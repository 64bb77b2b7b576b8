decide ../packages/base --facts f.yaml
decide ../packages/base --facts f.yaml --amend lower --format json
decide ../packages/base --facts f.yaml --amend ../packages/base/amendments/without_late.rules --amend other_words
decide ../packages/base --facts f.yaml --amend after_lower --amend lower
