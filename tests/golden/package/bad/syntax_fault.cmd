check ../packages/syntax_fault
