create table effects (
  id           bigint generated always as identity primary key,
  event_id     uuid not null,
  aggregate_id uuid not null
);
