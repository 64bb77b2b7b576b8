decide ../package --facts exponent.yaml
