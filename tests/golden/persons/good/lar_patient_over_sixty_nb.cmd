entitlements --summary --lang nb --facts ../../../../rules/no/persons/lar_patient_over_sixty.yaml ../../../../rules/no
