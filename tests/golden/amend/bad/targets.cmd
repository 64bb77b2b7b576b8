check ../packages/base --amend missing.rules
check ../packages/base --amend existing.rules
check ../packages/base --amend empties.rules
check ../packages/base --amend still_named.rules
