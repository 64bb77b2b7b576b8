check ../packages/month_ends
test ../packages/month_ends
decide ../packages/month_ends --facts january.yaml --decision same_way --trace
