decide ../package --facts number.yaml
