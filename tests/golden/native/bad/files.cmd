# exit 3
batch ../../../bench/packages/reaction --facts ../../batch/good/cases.jsonl --write table --native $SCRATCH/none.so
batch ../../../bench/packages/reaction --facts ../../batch/good/cases.jsonl --write table --native unlisted.so
batch ../../../bench/packages/reaction --facts ../../batch/good/cases.jsonl --write table --native changed.so
batch ../../../bench/packages/reaction --facts ../../batch/good/cases.jsonl --write table --native no_library.so
batch ../../../bench/packages/reaction --facts ../../batch/good/cases.jsonl --write table --native misnamed.so
batch ../../../bench/packages/reaction --facts ../../batch/good/cases.jsonl --write table --native unlisted.so --allow-unlisted-plugins
