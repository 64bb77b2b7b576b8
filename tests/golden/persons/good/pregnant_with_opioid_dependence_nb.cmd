entitlements --summary --lang nb --facts ../../../../rules/no/persons/pregnant_with_opioid_dependence.yaml ../../../../rules/no
