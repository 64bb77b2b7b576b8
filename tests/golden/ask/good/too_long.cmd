# An answer of one byte more than is taken, and then the end of the input.
ask ../packages/care --decision help < too_long.txt
