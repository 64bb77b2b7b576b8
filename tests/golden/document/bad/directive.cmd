decide ../../facts/package --facts directive.yaml
