decide ../package --facts states.yaml
