decide ../package --facts not_a_mapping.yaml
