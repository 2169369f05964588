-- Imports: an uploaded file, its rows with what becomes of each, and how far the job has come.
-- All of it is in the database, so that any node can go on where another one died.
create table imports (
  business_id  bigint not null references businesses (id),
  id           bigint not null,
  kind         text not null,
  mapping      text not null,
  file_name    text not null,
  state        text not null,
  created_at   timestamptz not null,
  created_by   bigint not null references users (id),
  ended_at     timestamptz,
  node         text,
  heartbeat_at timestamptz,
  row_count    integer not null,
  rows_done    integer not null,
  step_count   integer not null,
  steps_done   integer not null,
  invoices     integer not null,
  credit_notes integer not null,
  sales        numeric not null,
  credits      numeric not null,
  problem      text,
  version      integer not null,
  primary key (business_id, id),
  constraint imports_kind check (kind in ('SALES', 'PRODUCTS', 'CUSTOMERS')),
  constraint imports_state
    check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'STOPPED', 'INTERRUPTED', 'COMPLETED', 'FAILED')),
  constraint imports_progress check (steps_done between 0 and step_count and rows_done between 0 and row_count)
);
create index imports_by_time on imports (business_id, created_at, id);
call protect_business_table('imports');
grant update on imports to tradehall_app;

create table import_files (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  import_id   bigint not null,
  content     bytea not null,
  primary key (business_id, id),
  constraint import_files_import_unique unique (business_id, import_id),
  constraint import_files_import foreign key (business_id, import_id) references imports (business_id, id)
);
-- It is gzipped already.
alter table import_files alter column content set storage external;
call protect_business_table('import_files');

-- A step is what is done or not done as a whole: a document with all its rows, or a single row.
create table import_rows (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  import_id   bigint not null,
  row_number  integer not null,
  step        integer not null,
  reference   text not null,
  content     text not null,
  outcome     text not null,
  reason      text,
  primary key (business_id, id),
  constraint import_rows_number_unique unique (business_id, import_id, row_number),
  constraint import_rows_import foreign key (business_id, import_id) references imports (business_id, id),
  constraint import_rows_outcome check (outcome in ('CREATED', 'UPDATED', 'SKIPPED', 'ERROR'))
);
create index import_rows_by_step on import_rows (business_id, import_id, step, row_number);
call protect_business_table('import_rows');
grant update (outcome, reason) on import_rows to tradehall_app;
-- A check that was cut short starts again.
grant delete on import_rows to tradehall_app;
