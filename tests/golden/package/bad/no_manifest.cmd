# exit 3
check ../packages/no_manifest
