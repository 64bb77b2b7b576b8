# The input ends: as after `stop`. Without any answer nothing is known.
ask ../packages/care --decision help < ended.txt
ask ../packages/care --decision help --lang nb
