decide ../package --facts form.yaml
