check ../packages/no_units
