-- One row for each environment; a process reads its own.
create table flag_documents (
  environment text primary key,
  version bigint not null,
  -- what is in force here
  document jsonb not null,
  -- what was pushed last: a flag that differs from it was changed here
  pushed jsonb
);
