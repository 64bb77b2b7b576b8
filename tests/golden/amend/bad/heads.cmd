check ../packages/base --amend elsewhere.rules
check ../packages/base --amend no_head.rules
check ../packages/base --amend two_heads.rules
check ../packages/base --amend package_head.rules
check ../packages/base --amend alone.rules
check ../packages/base --amend alone.rules --amend circle.rules
check ../packages/base --amend no_such
check ../packages/base --amend syntax.rules
check ../packages/operation
