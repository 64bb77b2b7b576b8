# exit 3
check ../packages/base --amend no_such.rules
