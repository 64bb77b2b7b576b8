explain ../../time/packages/milder --facts ../../time/good/later_is_milder.yaml --decision reaction --lang nb
explain ../../time/packages/milder --facts ../../time/good/later_is_milder.yaml --decision reaction --lang en
explain ../../effect/packages/effects --facts ../../effect/good/both.yaml --lang nb
explain ../../effect/packages/effects --facts ../../effect/good/both.yaml --lang en
explain ../../basis/packages/care --facts ../../basis/good/presumed.yaml --lang nb
explain ../../../../rules/example/library --facts ../../../../rules/example/library/demo/late.yaml --lang nb
explain ../../../../rules/example/library --facts ../../../../rules/example/library/demo/late.yaml --lang en
