-- What is known of backups and restores, kept apart from the application's own database, for a restore takes that one
-- back in time. The tables of the batch job repository stand beside these; the server makes them.

-- Since when backups are due here.
create table installation (
  single   boolean primary key default true check (single),
  begun_at timestamptz not null
);
insert into installation (begun_at) values (now());

-- A backup, or the attempt at one. Times are UTC.
create table backups (
  id             bigint generated always as identity primary key,
  cause          text not null check (cause in ('SCHEDULE', 'HAND', 'RESTORE')),
  asked_by       bigint,
  attempt        integer not null check (attempt > 0),
  job            bigint,
  node           text not null,
  state          text not null check (state in ('RUNNING', 'VALID', 'INVALID')),
  step           text not null,
  problem        text,
  started_at     timestamptz not null default now(),
  ended_at       timestamptz,
  -- The snapshot that was dumped: taken where and when, at which position of the write-ahead log.
  source         text check (source in ('PRIMARY', 'REPLICA')),
  taken_at       timestamptz,
  position       text,
  schema_version text,
  server_version text,
  tool_version   text,
  table_count    integer,
  row_count      bigint,
  -- Rows and checksum of each table in the dump's own snapshot: {"sales": {"rows": 12, "sum": "…"}}.
  tables         jsonb,
  -- The stored file, without its folder.
  file           text,
  bytes          bigint,
  sha256         text,
  copied         boolean not null default false,
  deleted_at     timestamptz,
  -- Milliseconds of each step: {"dump": 1200}.
  durations      jsonb not null default '{}',
  constraint backups_end check ((state = 'RUNNING') = (ended_at is null)),
  constraint backups_valid check (state <> 'VALID' or (file is not null and sha256 is not null and tables is not null)),
  constraint backups_problem check (state <> 'INVALID' or problem is not null)
);
create index backups_by_start on backups (started_at desc);

-- What the steps of a backup or restore said, line by line.
create table backup_lines (
  id        bigint generated always as identity primary key,
  backup_id bigint not null references backups (id),
  at        timestamptz not null default now(),
  line      text not null
);
create index backup_lines_by_backup on backup_lines (backup_id, id);

-- Alarms that were raised, so that each is raised once.
create table backup_alarms (
  id         bigint generated always as identity primary key,
  raised_at  timestamptz not null default now(),
  problem    text not null,
  settled_at timestamptz
);
