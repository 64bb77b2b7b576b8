entitlements --summary --facts ../../../../rules/no/persons/homeless_after_hospital.yaml ../../../../rules/no
