explain ../packages/words --facts ../facts/words.yaml --decision fee --lang nb
explain ../packages/words --facts ../facts/words.yaml --decision fee --lang en
explain ../packages/words --facts ../facts/words.yaml --decision answer --lang nb
explain ../packages/words --facts ../facts/words.yaml --decision answer --lang en
explain ../packages/words --facts ../facts/words_open.yaml --decision answer --lang nb
