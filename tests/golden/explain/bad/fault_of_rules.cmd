explain ../../precedence/packages/exceptions --facts ../../precedence/bad/conflict.yaml --decision open_ended --lang nb
explain ../../precedence/packages/exceptions --facts ../../precedence/bad/conflict.yaml --decision open_ended --lang en
explain ../../precedence/packages/exceptions --facts ../../precedence/bad/nothing.yaml --decision open_ended --lang nb
