# An amendment in the folder of a package that uses a jurisdiction.
check ../packages/amended
check ../packages/amended --amend always_open
