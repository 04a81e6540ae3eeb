-- Demo orders as the Shop would have written them; runs after shared.sql. Real orders begin with number 1001.
insert into orders (id, number, customer, state, version, product, material, quantity, model_key, model_sha256,
  model_size, model_name, price_request, quote, failure_reason, failure_detail, created_at, updated_at)
overriding system value
select o.id, o.number, o.customer, o.state, o.version, (m).product, o.material, o.quantity,
  case when o.version > 0 then 'demo/' || (m).file end,
  case when o.version > 0 then (m).sha256 end,
  case when o.version > 0 then (m).size end,
  case when o.version > 0 then o.file_name end,
  case when o.version > 0 then o.price_request end,
  q.quote::text,
  case when o.state = 'PRICING_FAILED' then 'not-closed' end,
  case when o.state = 'PRICING_FAILED' then 'The surface has holes: 12 edges have only one side.' end,
  o.created_at,
  (select max(at) from demo_steps s where s.order_id = o.id)
from demo_orders o left join demo_quotes q using (n)
on conflict do nothing;

insert into order_transitions (order_id, version, state, at, actor, cause, note, event_id)
select order_id, s.version, s.state, at, actor,
  case when s.version = 3 then 'quote ' || quote_id when s.version < 3 then act else event end, note, event_id
from demo_steps s join demo_orders o on o.id = s.order_id
on conflict do nothing;
