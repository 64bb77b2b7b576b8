decide ../package --facts invalid_utf8.yaml
