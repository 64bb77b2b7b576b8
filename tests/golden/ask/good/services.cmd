# one conversation over the services of two packages on two schemas
ask --services ../../entitlements/packages/many ../../entitlements/packages/other --at 2026-05-04 < services.txt
ask --services ../../entitlements/packages/many ../../entitlements/packages/other --at 2026-05-04 --lang nb < services.txt
# duties that are owed to somebody are asked about when no service is open
ask --services ../../duties/packages/duties --format json
# as one document: the question with all that hangs on it, and then what came of it
ask --services ../../entitlements/packages/many ../../entitlements/packages/other --format json
ask --services ../../entitlements/packages/other --answer case.late=no --answer person.resident=no --format json
