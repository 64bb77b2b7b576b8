# warnings only
# exit 0
check ../packages/joints
