decide ../package --facts decomposed.yaml
