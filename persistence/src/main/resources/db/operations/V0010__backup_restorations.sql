-- A restore of one business, from its preview to its undoing. Noted here and not in the database that it changes, so that it
-- is known of even where that is taken back in time.
create table restorations (
  id          bigint generated always as identity primary key,
  business_id bigint not null,
  -- As it was called then.
  business    text not null,
  -- What it is brought back from: a backup, or what an earlier restore had kept.
  backup_id   bigint references backups (id),
  undo_of     bigint references restorations (id),
  -- The moment to which it is brought back.
  taken_at    timestamptz not null,
  asked_by    bigint not null,
  node        text,
  state       text not null default 'PREPARING'
              check (state in ('PREPARING', 'PREPARED', 'RESTORING', 'DONE', 'FAILED')),
  problem     text,
  started_at  timestamptz not null default now(),
  ended_at    timestamptz,
  -- Rows by table that go, return and change, with a few examples.
  diff        jsonb,
  -- Milliseconds of each step.
  durations   jsonb not null default '{}',
  -- The rows to be brought back, and those that were there before; gone once they are deleted.
  source_file text,
  undo_file   text,
  constraint restorations_source check ((backup_id is null) <> (undo_of is null)),
  constraint restorations_failed check (state <> 'FAILED' or problem is not null)
);
create index restorations_by_business on restorations (business_id, id desc);
