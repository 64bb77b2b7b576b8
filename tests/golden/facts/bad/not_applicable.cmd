decide ../package --facts not_applicable.yaml
