# exit 2
test ../packages/fails --property no_such_property
test ../packages/fails --random 1000001
