decide ../package --facts whole_number.yaml
