# exit 2
ask ../packages/care --out faulty_facts.yaml
ask ../packages/care --facts -
ask ../packages/care --format json --out -
ask ../packages/care --answer home.adult
ask ../packages/care --answer home.adlut=yes
ask ../packages/care --answer parcel.goods[2]=yes
ask ../packages/care --answer parcel.goods[3]=yes
ask ../packages/care --answer parcel.goods=unknown
ask ../packages/care --answer parcel.goods[1].fragile=yes
ask ../packages/care --decision hepl
ask ../packages/care --lang nn
ask ../packages/care --at 4.5.2026
ask ../../entitlements/packages/other
