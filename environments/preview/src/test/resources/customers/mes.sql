insert into work_orders (order_id, number, state, version, material, quantity, model, geometry, due_at, operator,
  tracking)
values ('11111111-0000-0000-0000-000000000001', 'AX-1001', 'PACKAGING', 7, 'gold-585', 1,
  '{"key":"models/11111111-0000-0000-0000-000000000001/a","sha256":"' || repeat('ab', 32)
    || '","sizeBytes":4711,"fileName":"friedas-secret.stl"}',
  '{}', now(), 'operator.otto', 'Alexandrite Express AX1001-SECRET');
insert into order_transitions (order_id, version, state, actor, cause, note)
values
  ('11111111-0000-0000-0000-000000000001', 4, 'MANUFACTURING_APPROVED', 'seller.susi', 'manufacturing.approved', null),
  ('11111111-0000-0000-0000-000000000001', 5, 'MANUFACTURING_STARTED', 'operator.otto', 'take', 'note of frieda.zimmer');
