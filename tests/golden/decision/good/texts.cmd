decide ../packages/texts --facts texts_first.yaml --trace
decide ../packages/texts --facts texts_second.yaml --trace
