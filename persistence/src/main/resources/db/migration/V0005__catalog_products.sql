-- What is sold. The *_key columns are what searches and sorts use: plain range comparisons on
-- them are leak-proof for row-level security, so their indexes are used; LIKE's are not.
create table tax_rates (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  name        text not null,
  percent     numeric(7, 4) not null,
  version     integer not null,
  primary key (business_id, id),
  constraint tax_rates_name_unique unique (business_id, name),
  constraint tax_rates_percent_range check (percent >= 0 and percent <= 100)
);
call protect_business_table('tax_rates');
grant update on tax_rates to tradehall_app;

create table products (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  sku         text not null,
  name        text not null,
  barcode     text,
  kind        text not null,
  price       numeric(19, 4) not null,
  cost        numeric(19, 4),
  tax_rate_id bigint not null,
  active      boolean not null,
  created_at  timestamptz not null,
  version     integer not null,
  sku_key     text collate "C" generated always as (lower(sku)) stored,
  name_key    text collate "C" generated always as (lower(name)) stored,
  primary key (business_id, id),
  constraint products_sku_unique unique (business_id, sku),
  constraint products_barcode_unique unique (business_id, barcode),
  constraint products_tax_rate foreign key (business_id, tax_rate_id) references tax_rates (business_id, id),
  constraint products_lengths check (length(sku) between 1 and 64 and length(name) between 1 and 200),
  constraint products_kind check (kind in ('GOODS', 'SERVICE')),
  constraint products_amounts check (price >= 0 and cost >= 0)
);
create index products_by_sku on products (business_id, sku_key, id);
create index products_by_name on products (business_id, name_key, id);
create index products_by_tax_rate on products (business_id, tax_rate_id);
call protect_business_table('products');
grant update on products to tradehall_app;
