decide ../package --facts unknown_substance.yaml
