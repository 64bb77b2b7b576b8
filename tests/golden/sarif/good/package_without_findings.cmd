check ../../lint/packages/silent --format sarif
