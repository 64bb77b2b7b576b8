decide ../package --facts nesting_past_the_cap.yaml
