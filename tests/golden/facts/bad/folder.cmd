decide ../package --facts .
