check ../../check/packages/precedence ../../lint/packages/no_catalogue --format sarif
