check ../packages/language
check ../packages/language_unknown
