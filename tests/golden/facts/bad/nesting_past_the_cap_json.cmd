decide ../package --facts nesting_past_the_cap_json.json
