decide ../packages/duties --facts person.yaml
