-- What the preview scripts of all services share. Everything is temporary: it goes with the session.
-- Settings of the session: alexandrite.salt keeps pseudonyms from being guessed, alexandrite.moment is "now" of the
-- demo orders. Both are the same for all databases that are made together.

create function pg_temp.digest_of(what text) returns text language sql as $$
  select md5(coalesce(current_setting('alexandrite.salt', true), '') || '/' || what)
$$;

create function pg_temp.pick(what text, among text[]) returns text language sql as $$
  select among[1 + ('x' || left(pg_temp.digest_of(what), 7))::bit(28)::int % cardinality(among)]
$$;

create function pg_temp.uid(what text) returns uuid language sql as $$
  select overlay(overlay(md5('alexandrite/demo/' || what) placing '3' from 13) placing '8' from 17)::uuid
$$;

-- Somebody else, always the same one for the same account; programs keep their names.
create function pg_temp.person(account text) returns text language sql as $$
  select case
    when account is null or account in ('pricing-worker', 'shop', 'crm', 'mes') then account
    else pg_temp.pick('person/' || account, '{clara,david,elena,felix,hanna,ivan,jana,karl,lena,marek,nadia,otto,paula,
      robin,sofia,tomas,ulrike,viktor,wanda,yvonne}') || '-' || left(pg_temp.digest_of('person/' || account), 6) end
$$;

create function pg_temp.file(name text) returns text language sql as $$
  select case when name is null then null
    else pg_temp.pick('file/' || name, '{wedding-band,leaf-ring,moon-pendant,twisted-bangle,drop-earrings,signet,
      family-ring,star-pendant}') || '-' || left(pg_temp.digest_of('file/' || name), 6) || '.stl' end
$$;

create function pg_temp.parcel(code text) returns text language sql as $$
  select 'Alexandrite Express AX' || upper(left(pg_temp.digest_of('parcel/' || code), 8))
$$;

-- What a step of the timeline notes, by its kind: a note of no known kind may say anything.
create function pg_temp.note(state text, note text) returns text language sql as $$
  select case
    when note is null then null
    when state = 'FILE_UPLOADED' then pg_temp.file(note)
    when state = 'SHIPPED' then pg_temp.parcel(note)
    when state = 'PRICING_FAILED' and note ~ '^[a-z]+(-[a-z]+)*$' then note
    when state = 'PRICE_CALCULATED' and note ~ '^express, [0-9]+ days$' then note end
$$;

-- Empties those of the tables that exist: not every service has every one.
create function pg_temp.empty(variadic names text[]) returns void language plpgsql as $$
declare name text;
begin
  foreach name in array names loop
    if to_regclass(name) is not null then
      execute 'truncate ' || name || ' cascade';
    end if;
  end loop;
end
$$;

-- The models that are stored once under demo/ of the bucket, and what the pricing worker measures on them.
create temporary table demo_models (
  place int, product text, file text, sha256 text, size bigint, triangles bigint, volume numeric, surface numeric,
  x numeric, y numeric, z numeric, shells int
);
insert into demo_models values
  (0, 'ring', 'ring-classic.stl', '122c62f9c1cd82d4b811ba9bfa95949cd5715636eed2246b0b14c1890c0c2452',
    76884, 1536, 148.3737, 336.5397, 20.9, 20.9, 1.8, 1),
  (1, 'ring', 'ring-slim.stl', 'f5d79bedb3e0911bfd8405fad710e252dc62494d3f96263d81e43109e8eb1f6a',
    76884, 1536, 59.3840, 202.0413, 18.4, 18.4, 1.2, 1),
  (2, 'pendant', 'pendant-circle.stl', 'b5cd779aaec1b3ad494496a7dacd972ffb81a49b8f777fc926eb81e15117a7ae',
    76884, 1536, 263.1617, 383.7218, 16.8, 16.8, 2.8, 1),
  (3, 'bracelet', 'bracelet-plain.stl', '7e5aed77fbbbb195998d620c66a46f09f5c3a69a84ffb8d3e68800b9f621d281',
    76884, 1536, 1522.1949, 1942.1023, 65.2, 65.2, 3.2, 1),
  (4, 'earrings', 'earrings-hoops.stl', 'f67313e3d3d95ad56e948435395dcdec01d9b23a081192f6957cfca5c40c37ea',
    153684, 3072, 112.7836, 328.9044, 31.4, 13.4, 1.4, 2);

-- The demo model that stands for a customer's: the same one for the same bytes.
create function pg_temp.demo_model(bytes text) returns demo_models language sql as $$
  select m from demo_models m where m.place = ('x' || left(pg_temp.digest_of('model/' || bytes), 7))::bit(28)::int % 5
$$;

-- A claim check as messages carry it.
create function pg_temp.claim(m demo_models, name text) returns json language sql as $$
  select json_build_object(
    'key', 'demo/' || m.file, 'sha256', m.sha256, 'sizeBytes', m.size, 'fileName', name)
$$;

create function pg_temp.claim(model json) returns json language sql as $$
  select pg_temp.claim(pg_temp.demo_model(model ->> 'sha256'), pg_temp.file(model ->> 'fileName'))
$$;

-- Sixty orders of the demo customers, the oldest a month old, one row each; a service takes what it would know.
create temporary table demo_orders as
select
  n,
  pg_temp.uid('order/' || n) as id,
  100 + n as number,
  ('{anna,boris,greta}'::text[])[1 + n % 3] as customer,
  state,
  case state when 'INITIATED' then 0 when 'FILE_UPLOADED' then 1 when 'PRICING_FAILED' then 2
    when 'PRICE_CALCULATED' then 3 when 'MANUFACTURING_APPROVED' then 4 when 'MANUFACTURING_STARTED' then 5
    when 'MANUFACTURING_COMPLETED' then 6 when 'PACKAGING' then 7 when 'SHIPPED' then 8 else 9 end as version,
  ('{silver-925,gold-585,silver-925,platinum-950,gold-750,silver-925,gold-585}'::text[])[1 + n % 7] as material,
  case when n % 9 = 0 then 3 when n % 4 = 0 then 2 else 1 end as quantity,
  n % 5 = 2 as express,
  ('{oleg,olga}'::text[])[1 + n % 2] as operator,
  m,
  ('{engagement-ring.stl,stacking-ring.stl,circle-of-life.stl,summer-bangle.stl,big-hoops.stl}'::text[])[1 + place]
    as file_name,
  pg_temp.uid('event/' || n || '/1') as price_request,
  pg_temp.uid('quote/' || n) as quote_id,
  moment - age as created_at,
  interval '1 hour' * (0.8 + (n * 37 % 41) / 100.0) as hour
from
  (select n,
    (interval '1 hour') * (1.2 * (0.17 * (60 - n) ^ 2 + 0.5 * (60 - n) + 0.3)) as age,
    coalesce(nullif(current_setting('alexandrite.moment', true), '')::timestamptz, now()) as moment,
    case when n <= 18 then 'CLOSED' when n <= 24 then 'SHIPPED' when n <= 28 then 'PACKAGING'
      when n <= 32 then 'MANUFACTURING_COMPLETED' when n <= 38 then 'MANUFACTURING_STARTED'
      when n <= 45 then 'MANUFACTURING_APPROVED' when n <= 52 then 'PRICE_CALCULATED'
      when n <= 54 then 'PRICING_FAILED' when n <= 58 then 'FILE_UPLOADED' else 'INITIATED' end as state
  from generate_series(1, 60) n) o
  join demo_models m on m.place = n * 2 % 5;

-- What they went through, with the words that the owner of each step and those who follow him write.
create temporary table demo_steps as
select id as order_id, v as version, n,
  ('{INITIATED,FILE_UPLOADED,SUBMITTED,PRICE_CALCULATED,MANUFACTURING_APPROVED,MANUFACTURING_STARTED,
    MANUFACTURING_COMPLETED,PACKAGING,SHIPPED,CLOSED}'::text[])[1 + v] as state,
  created_at + case v when 0 then interval '0' when 1 then interval '4 min' when 2 then interval '15 min'
    when 3 then interval '15 min' when 4 then 3 * hour when 5 then 20 * hour when 6 then 44 * hour
    when 7 then 50 * hour when 8 then 52 * hour else 120 * hour end as at,
  case when v <= 3 then customer when v in (4, 9) then 'vera' else operator end as actor,
  ('{begun,uploaded,placed,"",approved,take,complete,pack,ship,closed}'::text[])[1 + v] as act,
  ('{"",price.requested,"",order.priced,manufacturing.approved,manufacturing.started,manufacturing.completed,
    order.packaged,order.shipped,order.closed}'::text[])[1 + v] as event,
  case v when 1 then file_name when 3 then case when express then 'express, 7 days' end
    when 8 then 'Alexandrite Express AX' || number || '-' || upper(left(md5('parcel/' || n), 4)) end as note,
  case when v not in (0, 2) then pg_temp.uid('event/' || n || '/' || v) end as event_id
from demo_orders, generate_series(0, version) v
where state <> 'PRICING_FAILED' or v < 2
union all
select id, 2, n, state, created_at + interval '5 min', 'pricing-worker', 'pricing.failed', 'pricing.failed',
  'not-closed', pg_temp.uid('event/' || n || '/2')
from demo_orders where state = 'PRICING_FAILED';

-- Prices by the rates and rules of 2026-11, line by line.
create temporary table demo_lines (n int, place int, code text, description text, quantity numeric, unit text, price numeric, amount numeric(12, 2));
create temporary table demo_metals (material text, name text, density numeric, gram numeric(12, 2), loss int, casting numeric(12, 2));
insert into demo_metals values
  ('silver-925', 'Sterling silver 925', 10.36, 1.45, 8, 9.00), ('gold-585', 'Yellow gold 585', 13.07, 74.20, 6, 22.00),
  ('gold-750', 'Yellow gold 750', 15.45, 95.10, 6, 24.00), ('platinum-950', 'Platinum 950', 20.70, 47.90, 10, 58.00);

insert into demo_lines
select n, place, code, description, amount_of, unit, price, round(amount_of * price, 2)
from demo_orders join demo_metals using (material), lateral (values
  (1, 'metal', name || ', with ' || loss || ' % casting and polishing loss',
    round((m).volume / 1000 * density * (1 + loss / 100.0), 2) * demo_orders.quantity, 'g', gram),
  (2, 'casting', 'Casting in ' || name, demo_orders.quantity, 'piece', casting),
  (3, 'labour', 'Grinding and polishing the surface', round((m).surface / 100, 2) * demo_orders.quantity, 'cm2', 2.25),
  (4, 'openings', 'Polishing openings by thread', (m).shells * demo_orders.quantity, 'opening', 1.60),
  (5, 'parts', 'Fitting further parts', ((m).shells - 1) * demo_orders.quantity, 'part', 3.50),
  (6, 'machine', 'Printing the wax model', round((m).z / 6 + 0.5, 2), 'h', 4.80),
  (7, 'setup', 'Checking and preparing the model', 1, 'order', 18.50)
) as line (place, code, description, amount_of, unit, price)
where amount_of > 0;

insert into demo_lines
select n, 8, 'minimum', 'Up to the least price of an order', 1, 'order', 45 - sum(amount), 45 - sum(amount)
from demo_lines group by n having sum(amount) < 45;

insert into demo_lines
select n, 9, 'vat', 'Value added tax 19 %', 1, 'order', round(sum(amount) * 0.19, 2), round(sum(amount) * 0.19, 2)
from demo_lines group by n;

-- The surcharge is in what was agreed, so not yet where nothing was placed.
insert into demo_lines
select n, 10, 'express', 'Express making in 7 days', 1, 'order', round(sum(amount) * 0.25, 2), round(sum(amount) * 0.25, 2)
from demo_lines join demo_orders using (n) where express and version >= 3 group by n;

create function pg_temp.euro(amount numeric) returns json language sql as $$
  select json_build_object('amount', amount::numeric(12, 2), 'currency', 'EUR')
$$;

create function pg_temp.geometry(m demo_models) returns json language sql as $$
  select json_build_object(
    'format', 'stl-binary', 'unit', 'mm', 'triangles', m.triangles, 'volumeMm3', m.volume, 'surfaceMm2', m.surface,
    'box', json_build_object('xMm', m.x, 'yMm', m.y, 'zMm', m.z), 'shells', m.shells, 'closed', true)
$$;

create temporary table demo_quotes as
select n, sum(amount) as total, json_build_object(
  'quoteId', quote_id,
  'lines', json_agg(json_build_object(
    'code', l.code, 'description', l.description, 'quantity', l.quantity, 'unit', l.unit,
    'unitPrice', pg_temp.euro(l.price), 'amount', pg_temp.euro(l.amount)) order by l.place),
  'total', pg_temp.euro(sum(amount)),
  'geometry', pg_temp.geometry(m),
  'rateTableVersion', '2026-11', 'algorithmVersion', '2.2-sum',
  'expiresAt', to_char((created_at + interval '14 days 4 min') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
  as quote
from demo_orders join demo_lines l using (n)
where version >= 1 and state <> 'PRICING_FAILED'
group by n, quote_id, m, created_at;
