-- Who buys on his own name.
create table customers (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  code        text not null,
  name        text not null,
  email       text,
  phone       text,
  country     text,
  created_at  timestamptz not null,
  version     integer not null,
  code_key    text collate "C" generated always as (lower(code)) stored,
  name_key    text collate "C" generated always as (lower(name)) stored,
  primary key (business_id, id),
  constraint customers_code_unique unique (business_id, code),
  constraint customers_lengths check (length(code) between 1 and 64 and length(name) between 1 and 200)
);
create index customers_by_code on customers (business_id, code_key, id);
create index customers_by_name on customers (business_id, name_key, id);
call protect_business_table('customers');
grant update on customers to tradehall_app;
