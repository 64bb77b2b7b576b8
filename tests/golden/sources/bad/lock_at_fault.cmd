sources verify ../packages/conflict --corpus ../acts
sources verify ../packages/conflict --corpus ../acts --format json
