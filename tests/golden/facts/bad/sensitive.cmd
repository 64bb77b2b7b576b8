decide ../package --facts sensitive.yaml
