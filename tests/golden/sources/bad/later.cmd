# The acts were changed: § 2 first paragraph second sentence and § 4 a were not, letter c is letter d now.
sources verify ../packages/boats --corpus ../acts_later
sources verify ../packages/boats --corpus ../acts_later --format json
