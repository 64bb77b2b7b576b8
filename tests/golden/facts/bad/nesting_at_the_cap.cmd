decide ../package --facts nesting_at_the_cap.yaml
