# exit 2
sources
sources verify ../packages/baater
sources lock --corpus ../acts
