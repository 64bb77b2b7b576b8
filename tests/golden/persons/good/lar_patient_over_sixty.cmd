entitlements --summary --facts ../../../../rules/no/persons/lar_patient_over_sixty.yaml ../../../../rules/no
