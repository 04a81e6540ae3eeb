-- An order as the seller knows it, from the moment it has a price.
create table orders (
  id           uuid        primary key,
  number       text        not null,
  customer     text        not null,
  state        text        not null,
  version      bigint      not null,
  material     text        not null,
  quantity     integer     not null,
  model        text        not null,
  quote        text        not null,
  due_at       timestamptz not null,
  tracking     text,
  placed_at    timestamptz not null,
  changed_at   timestamptz not null default now()
);

-- The inbox shows what is not finished, the most urgent first: small however many orders were ever closed.
create index orders_open on orders (due_at, id) where state <> 'CLOSED';
create index orders_by_state on orders (state, due_at, id);

-- How the order came to its state: one row for each version that CRM saw, never changed.
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
