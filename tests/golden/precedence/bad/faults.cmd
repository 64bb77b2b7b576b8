decide ../packages/exceptions --facts conflict.yaml --decision open_ended
decide ../packages/exceptions --facts nothing.yaml --decision open_ended
