decide ../package --facts many_faults.yaml
