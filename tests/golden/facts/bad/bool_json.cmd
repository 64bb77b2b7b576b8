decide ../package --facts bool_json.json
