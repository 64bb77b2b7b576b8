decide ../package --facts json.json
