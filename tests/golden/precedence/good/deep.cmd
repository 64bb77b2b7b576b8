decide ../packages/exceptions --facts deep.yaml --decision chain --trace
decide ../packages/exceptions --facts deep.yaml --decision grouped --trace
decide ../packages/exceptions --facts deep.yaml --decision revived --trace
