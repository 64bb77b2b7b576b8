decide ../packages/care --facts judged_by_another.yaml --decision answer
