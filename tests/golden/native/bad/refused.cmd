# exit 2
build ../../../../rules/no/penal/minor_narcotics --native --output $SCRATCH/narcotics.so
build ../../../bench/packages/reaction
build ../../../bench/packages/reaction --native --processor v5
