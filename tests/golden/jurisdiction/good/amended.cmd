# an amendment of a package that uses a jurisdiction is read with it, by check and by test
check ../packages/amended
test ../packages/amended
decide ../packages/amended --facts facts.yaml --amend longer
