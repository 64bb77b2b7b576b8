check ../packages/library --amend limit.rules
check ../packages/library --amend gentle
check ../packages/faulty_amendments
test ../packages/faulty_amendments
