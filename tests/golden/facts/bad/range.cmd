decide ../package --facts range.yaml
