check ../../lint/packages/joints --format sarif
