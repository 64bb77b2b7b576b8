entitlements --summary --lang nb --facts ../../../../rules/no/persons/gambler_with_debts.yaml ../../../../rules/no
