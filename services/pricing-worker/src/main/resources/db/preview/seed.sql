-- The answers that the demo orders got; runs after shared.sql.
insert into pricing_answer (request_id, order_id, quote_id, model_sha256, geometry_hash, material, quantity, total,
  currency, failure, rate_table_version, algorithm_version, answered_at)
select o.price_request, o.id, case when q.n is not null then o.quote_id end, (m).sha256,
  case when q.n is not null then md5('geometry/' || (m).file) end,
  o.material, o.quantity,
  case when q.n is not null then (select sum(amount) from demo_lines l where l.n = o.n and code <> 'express') end,
  case when q.n is not null then 'EUR' end,
  case when q.n is null then 'not-closed' end,
  '2026-11', case when q.n is null then '2.2' else '2.2-sum' end,
  o.created_at + interval '4 min'
from demo_orders o left join demo_quotes q using (n)
where o.version > 0
on conflict do nothing;
