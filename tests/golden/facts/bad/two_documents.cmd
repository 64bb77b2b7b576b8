decide ../package --facts two_documents.yaml
