insert into orders (id, number, customer, state, version, material, quantity, model, quote, due_at, tracking, placed_at)
values ('11111111-0000-0000-0000-000000000001', 'AX-1001', 'frieda.zimmer', 'PACKAGING', 7, 'gold-585', 1,
  '{"key":"models/11111111-0000-0000-0000-000000000001/a","sha256":"' || repeat('ab', 32)
    || '","sizeBytes":4711,"fileName":"friedas-secret.stl"}',
  '{}', now(), 'Alexandrite Express AX1001-SECRET', now());
insert into order_transitions (order_id, version, state, actor, cause, note)
values
  ('11111111-0000-0000-0000-000000000001', 3, 'PRICE_CALCULATED', 'frieda.zimmer', 'order.priced', 'express, 7 days'),
  ('11111111-0000-0000-0000-000000000001', 4, 'MANUFACTURING_APPROVED', 'seller.susi', 'approved', 'for frieda.zimmer'),
  ('11111111-0000-0000-0000-000000000001', 5, 'MANUFACTURING_STARTED', 'operator.otto', 'manufacturing.started', null);
insert into kit_outbox (event_id, aggregate_id, exchange, type, body)
values (gen_random_uuid(), gen_random_uuid(), 'alexandrite.orders', 'x', '{"actor":"seller.susi"}');
