check ../packages/library
check ../packages/library --amend gentler
check ../packages/library --amend ../packages/library/amendments/gentler.rules
check ../packages/library --amend gentler --amend gentlest
test ../packages/library
