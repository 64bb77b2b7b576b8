check ../packages/base --amend lower --amend other_words --amend grouped
check ../packages/base --amend grouped --amend lower --amend other_words
check ../packages/base --amend without_late
check ../packages/base --amend middle --format json
test ../packages/base
