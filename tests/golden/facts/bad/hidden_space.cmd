decide ../package --facts hidden_space.yaml
