# Each of the four facts leaves as many outcomes: facts come before the assessment, what takes less to find out before what takes more.
ask ../packages/care --decision help < order.txt
