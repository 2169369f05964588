-- Businesses, their branches, and who works where.
create table businesses (
  id                   bigint primary key,
  name                 text not null,
  currency             text not null,
  locale               text not null,
  time_zone            text not null,
  prices_include_tax   boolean not null,
  allow_negative_stock boolean not null,
  created_at           timestamptz not null,
  version              integer not null,
  constraint businesses_name_length check (length(name) between 1 and 120),
  constraint businesses_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$')
);

create table branches (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  code        text not null,
  name        text not null,
  time_zone   text not null,
  version     integer not null,
  primary key (business_id, id),
  constraint branches_code_unique unique (business_id, code)
);
call protect_business_table('branches');
grant update on branches to tradehall_app;

-- Gapless numbers: one locked row per branch, kind of document and year of the business date.
create table number_series (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  branch_id   bigint not null,
  kind        text not null,
  year        integer not null,
  next_number bigint not null,
  primary key (business_id, id),
  constraint number_series_unique unique (business_id, branch_id, kind, year),
  constraint number_series_branch foreign key (business_id, branch_id) references branches (business_id, id)
) with (fillfactor = 50);
call protect_business_table('number_series');
grant update (next_number) on number_series to tradehall_app;

create table memberships (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  user_id     bigint not null references users (id),
  role        text not null,
  created_at  timestamptz not null,
  primary key (business_id, id),
  constraint memberships_user_unique unique (business_id, user_id)
);
create index memberships_of_user on memberships (user_id);

-- A person sees his own memberships before a business is chosen, and a business sees its people.
-- Writing needs the business.
alter table memberships enable row level security;
alter table memberships force row level security;
create policy own_or_same_business on memberships for select
  using (business_id = app_business() or user_id = app_user());
create policy written_by_business on memberships for insert with check (business_id = app_business());
create policy changed_by_business on memberships for update
  using (business_id = app_business()) with check (business_id = app_business());
create policy removed_by_business on memberships for delete using (business_id = app_business());
create policy platform_reads on memberships for select to tradehall_platform using (true);
grant select, insert, update, delete on memberships to tradehall_app;
grant select on memberships to tradehall_platform;

alter table businesses enable row level security;
alter table businesses force row level security;
create policy own_or_member on businesses for select
  using (id = app_business()
         or exists (select 1 from memberships m where m.business_id = businesses.id and m.user_id = app_user()));
create policy founded on businesses for insert with check (id = app_business());
create policy changed on businesses for update using (id = app_business()) with check (id = app_business());
create policy platform_reads on businesses for select to tradehall_platform using (true);
grant select, insert, update on businesses to tradehall_app;
grant select on businesses to tradehall_platform;
