format .
