build ../../../bench/packages/eligibility --output $SCRATCH/eligibility.hjc
entitlements $SCRATCH/eligibility.hjc --facts nobody.yaml --summary
batch $SCRATCH/eligibility.hjc --facts nobody.jsonl --services --write table
