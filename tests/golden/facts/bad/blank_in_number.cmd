decide ../package --facts blank_in_number.yaml
