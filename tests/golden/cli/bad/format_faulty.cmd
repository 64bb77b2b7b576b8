format ../../package/packages/syntax_fault/foraging.rules
format - < ../../package/packages/syntax_fault/foraging.rules
