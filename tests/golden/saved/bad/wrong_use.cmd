# exit 2
build ../../../../rules/example/library -o $SCRATCH/library.bin
build ../../../../rules/example/library --processor v2 -o $SCRATCH/library.hjc
