decide ../../facts/package --facts carriage_returns.yaml
