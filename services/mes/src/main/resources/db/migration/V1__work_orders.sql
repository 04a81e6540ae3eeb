-- What has to be made, from the moment a seller approved it.
create table work_orders (
  order_id   uuid        primary key,
  number     text        not null,
  state      text        not null,
  version    bigint      not null,
  material   text        not null,
  quantity   integer     not null,
  model      text        not null,
  geometry   text        not null,
  due_at     timestamptz not null,
  operator   text,
  tracking   text,
  changed_at timestamptz not null default now()
);

-- The queue: what nobody has taken, the earliest deadline first. Holds only live rows, so it stays small.
create index work_orders_queue on work_orders (due_at, order_id) where state = 'MANUFACTURING_APPROVED';
create index work_orders_bench on work_orders (due_at, order_id)
  where state in ('MANUFACTURING_STARTED', 'MANUFACTURING_COMPLETED', 'PACKAGING');
create index work_orders_by_state on work_orders (state, due_at, order_id);

-- How the order came to its state: one row for each version that MES saw, never changed.
create table order_transitions (
  order_id uuid        not null references work_orders,
  version  bigint      not null,
  state    text        not null,
  at       timestamptz not null default now(),
  actor    text        not null,
  cause    text        not null,
  note     text,
  event_id uuid,
  primary key (order_id, version)
);
