check ../packages/deep_fields
