decide ../package --facts duplicate_key_json.json
