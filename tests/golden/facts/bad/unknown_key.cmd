decide ../package --facts unknown_key.yaml
