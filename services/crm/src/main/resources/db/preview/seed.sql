-- Demo orders as CRM would have heard of them: all that were placed; runs after shared.sql.
insert into orders
  (id, number, customer, state, version, material, quantity, model, quote, due_at, tracking, placed_at, changed_at)
select o.id, 'AX-' || o.number, o.customer, o.state, o.version, o.material, o.quantity,
  pg_temp.claim(m, o.file_name)::text,
  q.quote::text,
  placed.at + case when o.express then interval '7 days' else interval '21 days' end,
  (select note from demo_steps s where s.order_id = o.id and s.version = 8),
  placed.at,
  (select max(at) from demo_steps s where s.order_id = o.id)
from demo_orders o
  join demo_quotes q using (n)
  join demo_steps placed on placed.order_id = o.id and placed.version = 3
on conflict do nothing;

insert into order_transitions (order_id, version, state, at, actor, cause, note, event_id)
select order_id, version, state, at, actor, case when version in (4, 9) then act else event end, note, event_id
from demo_steps where version >= 3
on conflict do nothing;
