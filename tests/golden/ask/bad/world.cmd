# exit 3
ask ../packages/care --out $SCRATCH/no_such_folder/facts.yaml
ask ../packages/care --facts no_such_file.yaml
