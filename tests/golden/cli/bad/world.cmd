# exit 3
check no/such/folder
check no/such/folder --format json
decide ../../facts/package --facts no_such_file.yaml
decide ../../facts/package --facts no_such_file.yaml --format json
decide no/such/folder --facts conflict.yaml
test no/such/folder
format no_such_file.rules
