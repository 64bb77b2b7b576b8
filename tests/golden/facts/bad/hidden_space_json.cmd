decide ../package --facts hidden_space_json.json
