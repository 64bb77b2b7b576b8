decide ../package --facts out_of_bounds.yaml
