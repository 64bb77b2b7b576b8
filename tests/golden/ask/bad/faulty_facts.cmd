ask ../packages/care --facts faulty_facts.yaml
ask ../packages/care --answer home.adult=perhaps
ask ../packages/care --answer parcel.goods[1]=perhaps --format json
