entitlements --summary --lang nb --facts ../../../../rules/no/persons/fifteen_with_cannabis.yaml ../../../../rules/no
