decide ../package --facts long_form.yaml --trace
