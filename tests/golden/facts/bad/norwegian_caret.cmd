decide ../package --facts norwegian_caret.yaml
