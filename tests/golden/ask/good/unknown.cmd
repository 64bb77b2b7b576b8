# What is answered `unknown` is not asked again; in the end nothing is left to ask, and the outcome says what leaves it open.
ask ../packages/care --decision help --lang nb --out $SCRATCH/facts.yaml < unknown.txt
ask ../packages/care --decision help --facts $SCRATCH/facts.yaml
decide ../packages/care --decision help --facts $SCRATCH/facts.yaml
