check ../packages/other_words
check ../packages/first_word
