-- Restores of the whole installation, and the undoing of them.
create table restores (
  id            bigint generated always as identity primary key,
  backup_id     bigint references backups (id),
  -- The restore that this one takes back.
  undoes        bigint references restores (id),
  asked_by      bigint,
  job           bigint,
  node          text not null,
  state         text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  step          text not null,
  problem       text,
  started_at    timestamptz not null default now(),
  ended_at      timestamptz,
  -- What was there before: the name of a database, and until when it is kept.
  before        text,
  before_until  timestamptz,
  before_gone   timestamptz,
  durations     jsonb not null default '{}',
  constraint restores_end check ((state = 'RUNNING') = (ended_at is null)),
  constraint restores_problem check (state <> 'FAILED' or problem is not null),
  constraint restores_source check ((backup_id is null) <> (undoes is null))
);
create index restores_by_start on restores (started_at desc);

create table restore_lines (
  id         bigint generated always as identity primary key,
  restore_id bigint not null references restores (id),
  at         timestamptz not null default now(),
  line       text not null
);
create index restore_lines_by_restore on restore_lines (restore_id, id);

-- While this says so, nobody works. The switch counts: servers that see another number than before let go of all their
-- connections, which may lead to a database that is no longer the one in which everybody works.
create table maintenance (
  single   boolean primary key default true check (single),
  since    timestamptz,
  reason   text,
  switched bigint not null default 0
);
insert into maintenance default values;
