-- An order as the customer knows it; (state, version) is what every change is compared with.
create table orders (
  id             uuid        primary key,
  number         bigint      generated always as identity (start with 1001),
  customer       text        not null,
  state          text        not null,
  version        bigint      not null,
  product        text        not null,
  material       text        not null,
  quantity       integer     not null check (quantity between 1 and 100),
  model_key      text,
  model_sha256   text,
  model_size     bigint,
  model_name     text,
  price_request  uuid,
  quote          text,
  failure_reason text,
  failure_detail text,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now()
);
create index orders_of_customer on orders (customer, created_at desc, id);

-- How the order came to its state: one row for each version, never changed.
create table order_transitions (
  order_id uuid        not null references orders,
  version  bigint      not null,
  state    text        not null,
  at       timestamptz not null default now(),
  actor    text        not null,
  cause    text        not null,
  note     text,
  event_id uuid,
  primary key (order_id, version)
);
