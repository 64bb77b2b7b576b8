format --check copied_text.rules
