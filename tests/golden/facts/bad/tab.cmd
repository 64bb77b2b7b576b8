decide ../package --facts tab.yaml
