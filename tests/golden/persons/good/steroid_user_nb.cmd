entitlements --summary --lang nb --facts ../../../../rules/no/persons/steroid_user.yaml ../../../../rules/no
