check ../packages/citations
