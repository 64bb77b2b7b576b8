decide ../package --facts truncated.yaml
