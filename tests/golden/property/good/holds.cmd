check ../packages/holds
test ../packages/holds
test ../packages/holds --random 200 --seed 7 --property more_is_never_milder --property never_nothing
test ../packages/holds --random 0 --format json
