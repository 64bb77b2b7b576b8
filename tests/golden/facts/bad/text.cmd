decide ../package --facts text.yaml
