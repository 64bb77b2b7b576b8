# exit 3
sources verify ../packages/baater --corpus no_such_folder
sources lock ../packages/baater --corpus no_such_folder --format json
sources verify no_such_package --corpus ../acts
