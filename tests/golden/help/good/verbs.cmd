help
help test
