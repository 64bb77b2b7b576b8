decide ../package --facts thirty_digits.yaml
