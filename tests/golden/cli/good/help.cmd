--help
check --help
decide --help
test --help
format --help
