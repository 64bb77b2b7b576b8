# exit 3
build ../../../bench/packages/reaction --native --compiler nowhere/c++ --output $SCRATCH/reaction.so
build ../../../bench/packages/reaction --native --compiler false --output $SCRATCH/reaction.so
build ../../../bench/packages/reaction --native --compiler true --output $SCRATCH/reaction.so
build ../../../bench/packages/reaction --native --output $SCRATCH/nowhere/reaction.so
