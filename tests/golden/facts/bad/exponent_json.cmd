decide ../package --facts exponent_json.json
