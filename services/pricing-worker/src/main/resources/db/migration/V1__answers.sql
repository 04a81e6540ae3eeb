-- Every answer that was given, for a person who asks why: one row for each request.
create table pricing_answer (
  request_id         uuid        not null primary key,
  order_id           uuid        not null,
  quote_id           uuid,
  model_sha256       text        not null,
  geometry_hash      text,
  material           text        not null,
  quantity           integer     not null,
  total              numeric(12, 2),
  currency           text,
  failure            text,
  rate_table_version text        not null,
  algorithm_version  text        not null,
  answered_at        timestamptz not null,
  check ((quote_id is null) = (failure is not null))
);
create index pricing_answer_by_order on pricing_answer (order_id, answered_at);

-- Processes that began a request and did not end it: a file that kills its worker is known by their number.
create table pricing_attempt (
  request_id uuid        not null,
  worker     uuid        not null,
  begun_at   timestamptz not null default now(),
  primary key (request_id, worker)
);
