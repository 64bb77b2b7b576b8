check ../packages/lov_feil
