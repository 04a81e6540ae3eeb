-- One document for each rollout: replaced as a whole, so that a killed console finds it whole.
create table rollout (
  name     text        primary key,
  document text        not null,
  saved_at timestamptz not null default now()
);

create table release (
  id                      uuid        primary key,
  rollout                 text        not null,
  from_version            text        not null,
  to_version              text        not null,
  from_hash               text        not null,
  to_hash                 text        not null,
  reason                  text        not null,
  actor                   text        not null,
  git_revision            text,
  drill                   text,
  started_at              timestamptz not null,
  -- What the ledger said when the release began: both arms are counted from here.
  stable_requests_before  bigint      not null,
  stable_failures_before  bigint      not null,
  canary_requests_before  bigint      not null,
  canary_failures_before  bigint      not null,
  last_step               integer     not null default 0,
  first_request_at        timestamptz,
  aborted_at              timestamptz,
  finished_at             timestamptz,
  outcome                 text,
  verdict                 text,
  stable_requests         bigint,
  stable_failures         bigint,
  canary_requests         bigint,
  canary_failures         bigint
);
create index release_by_rollout on release (rollout, started_at desc);
create unique index release_running on release (rollout) where outcome is null;

-- Requests of each revision as the edge counted them; grows for ever, whoever restarts.
create table arm_traffic (
  rollout  text   not null,
  pod_hash text   not null,
  requests bigint not null,
  failures bigint not null,
  primary key (rollout, pod_hash)
);

-- The edge's own counters when they were last read: the next reading adds only what is new.
create table slot_reading (
  backend  text   not null,
  slot     text   not null,
  requests bigint not null,
  failures bigint not null,
  primary key (backend, slot)
);

create table rollout_event (
  id      bigint generated always as identity primary key,
  rollout text        not null,
  at      timestamptz not null,
  reason  text        not null,
  message text        not null,
  warning boolean     not null,
  step    integer     not null,
  weight  integer     not null
);
create index rollout_event_by_time on rollout_event (rollout, at);

create table audit (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor       text        not null,
  action      text        not null,
  subject     text        not null,
  reason      text        not null,
  consequence text        not null,
  before      text        not null,
  after       text        not null
);
