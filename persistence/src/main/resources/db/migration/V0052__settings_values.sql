-- What administrators, businesses, branches and people have set otherwise than the catalogue's defaults. A setting
-- that nobody has set has no row.
create table system_settings (
  key        text primary key,
  value      text not null,
  changed_at timestamptz not null,
  constraint system_settings_lengths check (length(key) <= 80 and length(value) <= 1000)
);
grant select, insert, delete, update (value, changed_at) on system_settings to tradehall_app;
grant select on system_settings to tradehall_platform;

-- Of the whole business, or narrower of a branch or of a person in this business.
create table business_settings (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  branch_id   bigint,
  user_id     bigint references users (id),
  key         text not null,
  value       text not null,
  changed_at  timestamptz not null,
  primary key (business_id, id),
  constraint business_settings_once unique nulls not distinct (business_id, branch_id, user_id, key),
  constraint business_settings_branch foreign key (business_id, branch_id) references branches (business_id, id),
  constraint business_settings_of_one check (branch_id is null or user_id is null),
  constraint business_settings_lengths check (length(key) <= 80 and length(value) <= 1000)
);
call protect_business_table('business_settings');
grant delete, update (value, changed_at) on business_settings to tradehall_app;
