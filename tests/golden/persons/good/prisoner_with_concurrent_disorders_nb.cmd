entitlements --summary --lang nb --facts ../../../../rules/no/persons/prisoner_with_concurrent_disorders.yaml ../../../../rules/no
