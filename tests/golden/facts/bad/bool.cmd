decide ../package --facts bool.yaml
