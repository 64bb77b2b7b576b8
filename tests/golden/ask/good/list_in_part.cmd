# Whether there are more is not known: it is asked once, and the list stays known in part. Taken back, the list is closed.
ask ../packages/care --decision price --facts all_but_goods.yaml --out - < list_in_part.txt
