# A package in bokmål without a lock.
sources verify ../packages/baater --corpus ../acts
