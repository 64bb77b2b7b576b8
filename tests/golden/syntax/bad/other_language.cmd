format --check other_language.rules
format --check other_language_en.rules
