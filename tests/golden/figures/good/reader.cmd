test ../packages/reader
