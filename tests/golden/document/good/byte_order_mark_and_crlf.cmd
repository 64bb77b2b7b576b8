decide ../../facts/package --facts byte_order_mark_and_crlf.yaml
