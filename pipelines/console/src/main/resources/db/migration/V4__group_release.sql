-- One document for each release of a group: replaced as a whole, so that a killed console finds it whole.
-- The version is counted up with each replacement: of two that decide at once, one must look again.
create table group_release (
  id         text        primary key,
  group_name text        not null,
  started_at timestamptz not null,
  over       boolean     not null,
  version    bigint      not null,
  document   text        not null
);
create index group_release_by_group on group_release (group_name, started_at desc);
create unique index group_release_running on group_release (group_name) where not over;
