# exit 2
build ../../../../rules/no/penal/minor_narcotics --native --output $SCRATCH/narcotics.so
build ../../../bench/packages/reaction --output $SCRATCH/reaction.so
build ../../../bench/packages/reaction --native --processor v5
