decide ../package --facts time_words.yaml
