# exit 3
decide ../packages/deadline --facts refused.yaml --bundle no_such_folder
plugin list --bundle no_such_folder
plugin verify zz
decide ../packages/deadline --facts refused.yaml --plugin-key no_such_file
