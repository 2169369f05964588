-- The log tells more than who did what: on whose behalf, from where, and what it was before and after.
-- Nobody is a possible doer (a failed login), and a deed need not be about one thing.
alter table system_logs
  alter column user_id drop not null,
  alter column entity_id drop not null,
  add column on_behalf_of bigint references users (id),
  add column channel text not null default 'JOB',
  add column place text,
  add column address text,
  add column request text,
  add column facts_before text not null default '{}',
  add column facts_after text not null default '{}',
  add constraint system_logs_facts_are_json_objects
    check (jsonb_typeof(facts_before::jsonb) = 'object' and jsonb_typeof(facts_after::jsonb) = 'object');
create index system_logs_by_time on system_logs (business_id, recorded_at, id);
create index system_logs_by_user on system_logs (business_id, user_id, recorded_at);

-- What is done outside businesses: logins, passwords, acts of the platform staff. The application adds to it
-- and cannot read it; the staff read it by their own role.
create table platform_logs (
  id           bigint primary key,
  recorded_at  timestamptz not null,
  user_id      bigint references users (id),
  on_behalf_of bigint references users (id),
  channel      text not null,
  place        text,
  address      text,
  request      text,
  action       text not null,
  entity       text not null,
  entity_id    bigint,
  detail       text not null,
  facts_before text not null,
  facts_after  text not null,
  constraint platform_logs_are_json_objects
    check (jsonb_typeof(detail::jsonb) = 'object' and jsonb_typeof(facts_before::jsonb) = 'object'
           and jsonb_typeof(facts_after::jsonb) = 'object')
);
create index platform_logs_by_time on platform_logs (recorded_at, id);
grant insert on platform_logs to tradehall_app;
grant select on platform_logs to tradehall_platform;
