test ../packages/holds --amend bulk --property more_is_never_milder --property remarks_change_nothing
