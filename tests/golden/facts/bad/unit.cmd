decide ../package --facts unit.yaml
