check ../packages/manifest_form
