-- What the definition file of a flag says. A flag whose file is gone is archived, never deleted: its history stays readable.
create table flag (
  key         text        primary key,
  definition  jsonb       not null,
  archived_at timestamptz
);

-- Its row is locked by every change in the environment: versions have no holes.
create table environment (
  name        text        primary key,
  kind        text        not null,
  version     bigint      not null,
  changed_at  timestamptz not null,
  two_persons boolean     not null default false,
  cloned_from text
);

create table flag_state (
  environment text        not null references environment on delete cascade,
  flag        text        not null references flag,
  enabled     boolean     not null,
  salt        text        not null,
  rules       jsonb       not null,
  -- The environment's version that brought this state.
  version     bigint      not null,
  changed_at  timestamptz not null,
  changed_by  text        not null,
  primary key (environment, flag)
);

create table segment (
  environment text  not null references environment on delete cascade,
  key         text  not null,
  description text  not null,
  conditions  jsonb not null,
  version     bigint not null,
  primary key (environment, key)
);

-- Who, when, why, before and after; only ever added to. It outlives its environment.
create table change (
  id            bigint generated always as identity primary key,
  environment   text        not null,
  version       bigint      not null,
  -- When somebody asked for it, and when it was decided in the database.
  clicked_at    timestamptz not null,
  at            timestamptz not null,
  actor         text        not null,
  approved_by   text,
  kind          text        not null,
  subject_kind  text        not null,
  subject       text        not null,
  reason        text        not null,
  before        jsonb,
  after         jsonb,
  undoes        bigint      references change,
  -- From the click until the last instance had it, and how many instances that were.
  everywhere_ms bigint,
  instances     integer
);
create index change_by_subject on change (subject_kind, subject, id desc);
create index change_by_environment on change (environment, version desc);
create index change_unmeasured on change (environment, version) where everywhere_ms is null;

-- A change that waits for a second person.
create table change_request (
  id           bigint generated always as identity primary key,
  environment  text        not null references environment on delete cascade,
  kind         text        not null,
  subject_kind text        not null,
  subject      text        not null,
  before       jsonb,
  wanted       jsonb,
  reason       text        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  undoes       bigint      references change,
  state        text        not null default 'waiting',
  decided_by   text,
  decided_at   timestamptz,
  decision     text,
  change_id    bigint      references change
);
create index change_request_waiting on change_request (environment) where state = 'waiting';

create table freeze_window (
  id          bigint generated always as identity primary key,
  environment text        not null references environment on delete cascade,
  from_at     timestamptz not null,
  to_at       timestamptz not null,
  reason      text        not null,
  set_by      text        not null,
  check (from_at < to_at)
);

-- Due changes; one growth is a series of them.
create table schedule (
  id          bigint generated always as identity primary key,
  series      uuid        not null,
  environment text        not null references environment on delete cascade,
  flag        text        not null references flag,
  due_at      timestamptz not null,
  edit        jsonb       not null,
  guarded     boolean     not null default false,
  reason      text        not null,
  asked_by    text        not null,
  asked_at    timestamptz not null,
  state       text        not null default 'waiting',
  note        text        not null default '',
  change_id   bigint      references change
);
create index schedule_due on schedule (due_at) where state = 'waiting';

-- Environments whose newest document has to be pushed.
create table push (
  id          bigint generated always as identity primary key,
  environment text        not null,
  version     bigint      not null
);

create table instance (
  id          text        not null,
  environment text        not null,
  service     text        not null,
  version     bigint      not null,
  -- Both on the server's clock.
  applied_at  timestamptz not null,
  last_seen   timestamptz not null,
  primary key (environment, id)
);

create table environment_key (
  id          uuid        primary key,
  environment text        not null references environment on delete cascade,
  kind        text        not null,
  name        text        not null,
  -- SHA-256: whoever reads the database gets no key.
  hash        text        not null unique,
  ending      text        not null,
  created_at  timestamptz not null,
  created_by  text        not null,
  revoked_at  timestamptz
);

-- Answers by flag and variant, by the minute; an empty variant when the client does not tell it.
create table evaluation (
  environment text        not null,
  flag        text        not null,
  variant     text        not null,
  minute      timestamptz not null,
  count       bigint      not null,
  primary key (flag, environment, minute, variant)
);

create table webhook (
  id          uuid        primary key,
  url         text        not null,
  environment text        references environment on delete cascade,
  secret      text        not null,
  created_at  timestamptz not null,
  created_by  text        not null
);

create table webhook_delivery (
  id           bigint generated always as identity primary key,
  webhook      uuid        not null references webhook on delete cascade,
  body         text        not null,
  attempts     integer     not null default 0,
  next_at      timestamptz not null,
  state        text        not null default 'waiting',
  last_error   text        not null default '',
  delivered_at timestamptz
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';
