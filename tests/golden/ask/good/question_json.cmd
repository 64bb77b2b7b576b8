ask ../packages/care --decision help --format json
ask ../packages/care --decision price --facts all_but_goods.yaml --format json
ask ../packages/care --decision price --facts all_but_goods.yaml --answer parcel.goods[1]=yes --answer "parcel.goods[1].fragile=ja" --format json
ask ../packages/care --decision help --skip home.adult --skip home.resident --skip home.insured --answer home.any_need=unknown --format json
ask ../packages/care --decision help --answer home.adult=nei --format json
