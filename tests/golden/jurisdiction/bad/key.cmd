# exit 2
decide ../packages/deadline --facts refused.yaml --plugin-key key.txt
plugin
