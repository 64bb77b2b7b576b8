check ../packages/precedence
