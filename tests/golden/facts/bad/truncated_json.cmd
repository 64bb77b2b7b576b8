decide ../package --facts truncated_json.json
