# Every kind of fact, each wrong answer with the message that it would get in a facts file.
ask ../packages/care --decision price --out $SCRATCH/facts.yaml < kinds.txt
decide ../packages/care --decision price --facts $SCRATCH/facts.yaml
