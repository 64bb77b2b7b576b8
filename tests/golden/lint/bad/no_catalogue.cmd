check ../packages/no_catalogue
