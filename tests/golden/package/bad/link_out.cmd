check ../packages/link_out
