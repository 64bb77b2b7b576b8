build ../../../bench/packages/reaction --native --output $SCRATCH/reaction.so
batch ../../../bench/packages/reaction --facts ../../batch/good/cases.jsonl --write table --native $SCRATCH/reaction.so
build ../../../bench/packages/reaction --native --processor v1 --output $SCRATCH/reaction.so
batch ../../../bench/packages/reaction --facts ../../batch/good/cases.jsonl --write table --native $SCRATCH/reaction.so
