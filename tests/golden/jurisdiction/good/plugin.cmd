plugin verify
plugin verify no dk --format json
plugin list example
