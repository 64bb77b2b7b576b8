decide ../package --facts too_many_items.yaml
