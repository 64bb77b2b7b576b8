# exit 2
format --language sv -
