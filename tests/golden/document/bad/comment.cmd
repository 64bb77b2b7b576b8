decide ../../facts/package --facts comment.json
