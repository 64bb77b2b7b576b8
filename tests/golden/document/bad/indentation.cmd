decide ../../facts/package --facts indentation.yaml
