decide ../package --facts no_value.yaml
