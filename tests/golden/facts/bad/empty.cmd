decide ../package --facts empty.yaml
