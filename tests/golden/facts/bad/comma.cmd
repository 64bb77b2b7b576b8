decide ../package --facts comma.yaml
