test ../../package/packages/case_names
test ../../package/packages/case_names --format tap
