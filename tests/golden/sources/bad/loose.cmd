sources verify ../packages/loose --corpus ../acts
