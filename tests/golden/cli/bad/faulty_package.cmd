decide ../../package/packages/syntax_fault --facts conflict.yaml
test ../../package/packages/syntax_fault
