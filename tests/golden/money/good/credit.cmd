test ../packages/credit
decide ../packages/credit --facts income.yaml --trace
decide ../packages/credit --facts income.yaml --decision answer --format json
format - < loose.rules
format --language nb - < loose.rules
