ask ../packages/care --decision price --lang nb --out - < kinds_nb.txt
