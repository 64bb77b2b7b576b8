decide ../package --facts alias.yaml
