explain ../../cli/packages/two_rules --facts letter.yaml --html --lang nb
