check ../../package/packages/case_names --format json
