decide ../package --facts nothing_asked.yaml
