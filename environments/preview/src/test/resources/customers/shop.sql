insert into orders (id, customer, state, version, product, material, quantity, model_key, model_sha256, model_size,
  model_name, price_request, failure_reason, failure_detail)
values
  ('11111111-0000-0000-0000-000000000001', 'frieda.zimmer', 'PACKAGING', 7, 'ring', 'gold-585', 1,
    'models/11111111-0000-0000-0000-000000000001/a', repeat('ab', 32), 4711, 'friedas-secret.stl',
    '11111111-0000-0000-0000-0000000000aa', null, null),
  ('11111111-0000-0000-0000-000000000002', 'kurt.quast', 'PRICING_FAILED', 2, 'ring', 'silver-925', 1,
    'models/11111111-0000-0000-0000-000000000002/b', repeat('cd', 32), 4712, 'Ring für Kurt.stl',
    '11111111-0000-0000-0000-0000000000ab', 'not-closed', 'kurt.quast sent a broken file');
insert into order_transitions (order_id, version, state, actor, cause, note)
values
  ('11111111-0000-0000-0000-000000000001', 0, 'INITIATED', 'frieda.zimmer', 'begun', null),
  ('11111111-0000-0000-0000-000000000001', 1, 'FILE_UPLOADED', 'frieda.zimmer', 'uploaded', 'friedas-secret.stl'),
  ('11111111-0000-0000-0000-000000000001', 4, 'MANUFACTURING_APPROVED', 'seller.susi', 'manufacturing.approved',
    'call frieda.zimmer first'),
  ('11111111-0000-0000-0000-000000000002', 2, 'PRICING_FAILED', 'pricing-worker', 'pricing.failed', 'not-closed');
insert into kit_outbox (event_id, aggregate_id, exchange, type, body)
values (gen_random_uuid(), gen_random_uuid(), 'alexandrite.orders', 'order.priced', '{"customer":"frieda.zimmer"}');
insert into kit_inbox (consumer, event_id) values ('shop.order-events', gen_random_uuid());
insert into spring_session values ('p', 's', 0, 0, 0, 0, 'frieda.zimmer');
insert into spring_session_attributes values ('p', 'who', 'frieda.zimmer');
