decide ../package --facts leading_zero.yaml
