decide ../package --facts tag.yaml
