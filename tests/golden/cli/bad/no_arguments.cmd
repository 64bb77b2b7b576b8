# exit 2
""
