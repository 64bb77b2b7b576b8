# exit 3
check ../nowhere --format sarif
