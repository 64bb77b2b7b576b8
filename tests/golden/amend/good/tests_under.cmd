# exit 1
test ../packages/base --amend lower
