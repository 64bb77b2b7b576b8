check ../packages/cases_list
check ../packages/letters
