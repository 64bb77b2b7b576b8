build ../../entitlements/packages/other --native --output $SCRATCH/other.so
batch ../../entitlements/packages/other --services --facts ../../batch/good/persons.jsonl --write table --native $SCRATCH/other.so
