check ../../facts/package
check ../../facts/package --format json
