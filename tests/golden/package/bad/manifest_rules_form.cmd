check ../packages/manifest_rules_form
