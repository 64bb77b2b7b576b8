# The first answer settles it: the other three facts are never asked for, and those that the file has stand in what is written.
ask ../packages/care --decision help < skips.txt
ask ../packages/care --decision help --facts some_known.yaml --out $SCRATCH/facts.yaml < skips.txt
decide ../packages/care --decision help --facts $SCRATCH/facts.yaml
ask ../packages/care --decision help --facts some_known.yaml --out - < skips.txt
