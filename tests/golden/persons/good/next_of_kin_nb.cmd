entitlements --summary --lang nb --facts ../../../../rules/no/persons/next_of_kin.yaml ../../../../rules/no
