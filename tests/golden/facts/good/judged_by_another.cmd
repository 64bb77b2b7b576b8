decide ../package --facts judged_by_another.yaml
