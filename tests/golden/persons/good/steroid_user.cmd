entitlements --summary --facts ../../../../rules/no/persons/steroid_user.yaml ../../../../rules/no
