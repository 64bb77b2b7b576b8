# § 232 a as proposed, from nothing: the date decided on is given with the question and stands in the facts.
ask ../../../../rules/no/penal/minor_narcotics --at 2026-05-04 --lang nb --out $SCRATCH/facts.yaml < narcotics.txt
decide ../../../../rules/no/penal/minor_narcotics --facts $SCRATCH/facts.yaml
