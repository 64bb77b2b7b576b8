decide ../../facts/package --facts open_quote.yaml
