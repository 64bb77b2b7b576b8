format --check bokmaal.rules
