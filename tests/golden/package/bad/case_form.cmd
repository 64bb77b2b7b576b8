check ../packages/case_form
