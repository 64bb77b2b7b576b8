check ../packages/fees --amend dearer.rules
decide ../packages/fees --facts one_day.yaml --decision by_fee --trace --amend dearer.rules
