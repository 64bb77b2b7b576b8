test ../../facts/package
test ../../facts/package --format json
test ../../facts/package --format tap
