decide ../package --facts only_remarks.yaml
