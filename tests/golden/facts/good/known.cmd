decide ../package --facts known.yaml
