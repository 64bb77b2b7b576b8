format - < no_offset.rules
format - < no_time.rules
format - < fraction.rules
format - < offset.rules
format - < hour.rules
format - < day.rules
