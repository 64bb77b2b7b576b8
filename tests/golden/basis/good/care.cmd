test ../packages/care
