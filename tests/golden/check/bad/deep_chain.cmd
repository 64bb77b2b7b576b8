check ../packages/deep_chain
