test ../packages/offers
entitlements ../packages/offers --facts offers_2022.yaml
entitlements ../packages/offers --facts offers_2019.yaml
entitlements ../packages/offers --facts offers_2022.yaml --format json
format --language nb - < ../packages/offers/offers.rules
