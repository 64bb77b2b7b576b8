decide ../package --facts duplicate_key.yaml
