check ../packages/element_fields
