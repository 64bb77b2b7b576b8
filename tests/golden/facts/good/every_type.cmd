decide ../package --facts every_type.yaml --trace
