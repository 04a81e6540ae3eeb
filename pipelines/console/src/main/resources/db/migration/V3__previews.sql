-- One record for each preview; whatever is found without one belongs to nobody and is removed.
create table preview (
  name     text        primary key,
  record   text        not null,
  saved_at timestamptz not null default now()
);
