check ../packages/household
