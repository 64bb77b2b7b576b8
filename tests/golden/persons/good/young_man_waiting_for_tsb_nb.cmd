entitlements --summary --lang nb --facts ../../../../rules/no/persons/young_man_waiting_for_tsb.yaml ../../../../rules/no
