# warnings only
# exit 0
check ../packages/findings
