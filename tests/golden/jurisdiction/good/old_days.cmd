# A calendar that has no answer for a day leaves the end of a term open.
decide ../packages/old_days --facts before_1995.yaml
decide ../packages/old_days --facts since_1995.yaml
