entitlements --summary --lang nb --facts ../../../../rules/no/persons/survivor_of_an_overdose.yaml ../../../../rules/no
