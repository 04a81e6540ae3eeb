-- Events that wait for the relay; a row lives until the broker confirmed it.
create table kit_outbox (
  id           bigint generated always as identity primary key,
  event_id     uuid        not null unique,
  aggregate_id uuid        not null,
  exchange     text        not null,
  type         text        not null,
  body         text        not null,
  trace_id     text,
  created_at   timestamptz not null default now(),
  attempts     integer     not null default 0,
  not_before   timestamptz not null default now()
);

-- Events whose effect is in this database: the second delivery of one finds its row.
create table kit_inbox (
  consumer    text        not null,
  event_id    uuid        not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

-- Sessions, shared by all replicas (tables as Spring Session wants them).
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval integer  not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create unique index spring_session_by_id on spring_session (session_id);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36)     not null references spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
