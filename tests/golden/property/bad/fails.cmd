test ../packages/fails
test ../packages/fails --property more_is_never_milder --property children_are_never_treated_worse --seed 2 --format json
test ../packages/fails --property everybody_is_banned --random 1000000 --format tap
