format - < windows.rules
