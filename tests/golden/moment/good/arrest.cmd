test ../packages/arrest
decide ../packages/arrest --facts known.yaml --trace
decide ../packages/arrest --facts known.json --decision day --trace
decide ../packages/arrest --facts range.yaml --decision day --format json
format - < loose.rules
format --language nb - < loose.rules
