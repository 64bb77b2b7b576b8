decide ../../facts/package --facts control_character.yaml
