decide ../package --facts date.yaml
