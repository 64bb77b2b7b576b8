decide ../packages/household --amend amendment.rules --decision children --facts fields.yaml --trace
