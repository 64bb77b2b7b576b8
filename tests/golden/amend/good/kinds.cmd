test ../packages/basis
check ../packages/basis --amend more
check ../packages/basis --amend closed --amend more
