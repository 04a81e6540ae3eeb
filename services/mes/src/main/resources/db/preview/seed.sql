-- Demo orders as MES would have heard of them: all that were approved; runs after shared.sql.
insert into work_orders (order_id, number, state, version, material, quantity, model, geometry, due_at, operator,
  tracking, changed_at)
select o.id, 'AX-' || o.number, o.state, o.version, o.material, o.quantity,
  pg_temp.claim(m, o.file_name)::text,
  pg_temp.geometry(m)::text,
  placed.at + case when o.express then interval '7 days' else interval '21 days' end,
  case when o.version >= 5 then o.operator end,
  (select note from demo_steps s where s.order_id = o.id and s.version = 8),
  (select max(at) from demo_steps s where s.order_id = o.id)
from demo_orders o join demo_steps placed on placed.order_id = o.id and placed.version = 3
where o.version >= 4
on conflict do nothing;

insert into order_transitions (order_id, version, state, at, actor, cause, note, event_id)
select order_id, s.version, s.state, at, actor, case when s.version in (4, 9) then event else act end, note, event_id
from demo_steps s join demo_orders o on o.id = s.order_id
where o.version >= 4 and s.version >= 4
on conflict do nothing;
