insert into pricing_answer (request_id, order_id, quote_id, model_sha256, geometry_hash, material, quantity, total,
  currency, rate_table_version, algorithm_version, answered_at)
values ('11111111-0000-0000-0000-0000000000aa', '11111111-0000-0000-0000-000000000001', gen_random_uuid(),
  repeat('ab', 32), 'geometry-of-frieda', 'gold-585', 1, 129.90, 'EUR', '2026-11', '2.2-sum', now());
insert into pricing_attempt (request_id, worker) values (gen_random_uuid(), gen_random_uuid());
