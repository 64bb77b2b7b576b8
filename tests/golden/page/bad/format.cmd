# exit 2
# A page is no JSON document.
entitlements ../../entitlements/packages/other --facts ../good/services.yaml --html --format json
explain ../../entitlements/packages/other --facts ../good/services.yaml --html --format json
