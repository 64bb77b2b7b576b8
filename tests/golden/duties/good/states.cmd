test ../packages/duties
