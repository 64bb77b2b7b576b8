build ../../../../rules/example/library -o $SCRATCH/library.hjc
decide $SCRATCH/library.hjc --facts ../../../../rules/example/library/demo/late.yaml
explain $SCRATCH/library.hjc --facts ../../../../rules/example/library/demo/late.yaml --lang nb
ask $SCRATCH/library.hjc --at 2026-05-04 < ../../../../rules/example/library/demo/answers.txt
build $SCRATCH/library.hjc -o $SCRATCH/again.hjc
