decide ../package --facts wrong_dimension.yaml
