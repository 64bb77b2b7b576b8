test ../packages/dated
check ../packages/dated --amend periods
check ../packages/dated --amend later --amend periods
check ../packages/dated --amend periods --amend later
format - < ../packages/dated/amendments/periods.rules
format --language nb - < ../packages/dated/amendments/periods.rules
