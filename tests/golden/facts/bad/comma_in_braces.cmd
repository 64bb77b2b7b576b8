decide ../package --facts comma_in_braces.yaml
