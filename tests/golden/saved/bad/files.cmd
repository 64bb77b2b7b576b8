# exit 3
decide text.hjc --facts ../../../../rules/example/library/demo/late.yaml
decide empty.hjc --facts ../../../../rules/example/library/demo/late.yaml
decide version.hjc --facts ../../../../rules/example/library/demo/late.yaml
decide folder.hjc --facts ../../../../rules/example/library/demo/late.yaml
decide not_there.hjc --facts ../../../../rules/example/library/demo/late.yaml
build ../../../../rules/example/library -o no_folder/library.hjc
