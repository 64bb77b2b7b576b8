decide ../packages/month_ends --facts no_such_day.yaml
decide ../packages/month_ends --facts days_for_months.yaml
decide ../packages/month_ends --facts half_a_month.yaml
decide ../packages/month_ends --facts not_born.yaml --decision completed
decide ../packages/month_ends --facts end_of_time.yaml --decision lies_after
