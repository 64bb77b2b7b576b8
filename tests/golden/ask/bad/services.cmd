# exit 2
ask ../../entitlements/packages/many ../../entitlements/packages/other
ask --services ../../entitlements/packages/many --decision right
ask --services ../packages/care
