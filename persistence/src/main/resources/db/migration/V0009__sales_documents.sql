-- Sales and their returns. A document is a draft only inside its own transaction: it gets its
-- number last, so that the number series is locked for the shortest time.

create table sales (
  business_id        bigint not null references businesses (id),
  id                 bigint not null,
  branch_id          bigint not null,
  number             text,
  status             text not null,
  customer_id        bigint,
  prices_include_tax boolean not null,
  subtotal           numeric(19, 4) not null,
  discount_percent   numeric(7, 4) not null,
  discount           numeric(19, 4) not null,
  net                numeric(19, 4) not null,
  tax                numeric(19, 4) not null,
  total              numeric(19, 4) not null,
  paid               numeric(19, 4) not null,
  note               text,
  external_ref       text,
  business_date      date not null,
  recorded_at        timestamptz not null,
  recorded_by        bigint not null references users (id),
  primary key (business_id, id),
  constraint sales_number_unique unique (business_id, number),
  constraint sales_external_ref_unique unique (business_id, external_ref),
  constraint sales_branch foreign key (business_id, branch_id) references branches (business_id, id),
  constraint sales_customer foreign key (business_id, customer_id) references customers (business_id, id),
  constraint sales_status check (status in ('DRAFT', 'COMPLETED')),
  constraint sales_draft_has_no_number check ((status = 'DRAFT') = (number is null)),
  constraint sales_net_and_tax_are_total check (net + tax = total),
  constraint sales_amounts check (total >= 0 and discount >= 0 and paid >= 0 and paid <= total),
  constraint sales_walk_in_pays check (customer_id is not null or paid = total)
);
create index sales_by_date on sales (business_id, business_date, id);
create index sales_by_customer on sales (business_id, customer_id, id);
create index sales_by_branch on sales (business_id, branch_id);
call protect_business_table('sales');
grant update (status, number) on sales to tradehall_app;

create table sale_items (
  business_id       bigint not null references businesses (id),
  id                bigint not null,
  sale_id           bigint not null,
  line              integer not null,
  product_id        bigint not null,
  sku               text not null,
  description       text not null,
  quantity          numeric(19, 6) not null,
  unit_price        numeric(19, 6) not null,
  discount_percent  numeric(7, 4) not null,
  discount          numeric(19, 4) not null,
  amount            numeric(19, 4) not null,
  tax_percent       numeric(7, 4) not null,
  returned_quantity numeric(19, 6) not null default 0,
  primary key (business_id, id),
  constraint sale_items_line_unique unique (business_id, sale_id, line),
  constraint sale_items_sale foreign key (business_id, sale_id) references sales (business_id, id),
  constraint sale_items_product foreign key (business_id, product_id) references products (business_id, id),
  constraint sale_items_amounts check (quantity > 0 and unit_price >= 0 and discount >= 0 and amount >= 0),
  constraint sale_items_returns_within_sold check (returned_quantity >= 0 and returned_quantity <= quantity)
);
create index sale_items_by_product on sale_items (business_id, product_id);
call protect_business_table('sale_items');
grant update (returned_quantity) on sale_items to tradehall_app;

-- Tax per rate on the sum of the rate (EN 16931, BG-23), so that net + tax = total always holds.
create table sale_taxes (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  sale_id     bigint not null,
  percent     numeric(7, 4) not null,
  net         numeric(19, 4) not null,
  tax         numeric(19, 4) not null,
  primary key (business_id, id),
  constraint sale_taxes_percent_unique unique (business_id, sale_id, percent),
  constraint sale_taxes_sale foreign key (business_id, sale_id) references sales (business_id, id)
);
call protect_business_table('sale_taxes');

create table sale_returns (
  business_id        bigint not null references businesses (id),
  id                 bigint not null,
  branch_id          bigint not null,
  number             text,
  status             text not null,
  sale_id            bigint,
  customer_id        bigint,
  prices_include_tax boolean not null,
  net                numeric(19, 4) not null,
  tax                numeric(19, 4) not null,
  total              numeric(19, 4) not null,
  refunded           numeric(19, 4) not null,
  reason             text,
  external_ref       text,
  business_date      date not null,
  recorded_at        timestamptz not null,
  recorded_by        bigint not null references users (id),
  primary key (business_id, id),
  constraint sale_returns_number_unique unique (business_id, number),
  constraint sale_returns_external_ref_unique unique (business_id, external_ref),
  constraint sale_returns_branch foreign key (business_id, branch_id) references branches (business_id, id),
  constraint sale_returns_sale foreign key (business_id, sale_id) references sales (business_id, id),
  constraint sale_returns_customer foreign key (business_id, customer_id) references customers (business_id, id),
  constraint sale_returns_status check (status in ('DRAFT', 'COMPLETED')),
  constraint sale_returns_draft_has_no_number check ((status = 'DRAFT') = (number is null)),
  constraint sale_returns_of_a_sale check (sale_id is not null or external_ref is not null),
  constraint sale_returns_net_and_tax_are_total check (net + tax = total),
  constraint sale_returns_amounts check (total >= 0 and refunded >= 0 and refunded <= total)
);
create index sale_returns_by_sale on sale_returns (business_id, sale_id);
create index sale_returns_by_date on sale_returns (business_id, business_date, id);
create index sale_returns_by_customer on sale_returns (business_id, customer_id);
create index sale_returns_by_branch on sale_returns (business_id, branch_id);
call protect_business_table('sale_returns');
grant update (status, number) on sale_returns to tradehall_app;

create table sale_return_items (
  business_id    bigint not null references businesses (id),
  id             bigint not null,
  sale_return_id bigint not null,
  sale_item_id   bigint,
  line           integer not null,
  product_id     bigint not null,
  sku            text not null,
  description    text not null,
  quantity       numeric(19, 6) not null,
  unit_price     numeric(19, 6) not null,
  amount         numeric(19, 4) not null,
  tax_percent    numeric(7, 4) not null,
  primary key (business_id, id),
  constraint sale_return_items_line_unique unique (business_id, sale_return_id, line),
  constraint sale_return_items_return foreign key (business_id, sale_return_id)
    references sale_returns (business_id, id),
  constraint sale_return_items_sold foreign key (business_id, sale_item_id) references sale_items (business_id, id),
  constraint sale_return_items_product foreign key (business_id, product_id) references products (business_id, id),
  constraint sale_return_items_amounts check (quantity > 0 and unit_price >= 0 and amount >= 0)
);
create index sale_return_items_by_product on sale_return_items (business_id, product_id);
create index sale_return_items_by_sold on sale_return_items (business_id, sale_item_id);
call protect_business_table('sale_return_items');

create table sale_return_taxes (
  business_id    bigint not null references businesses (id),
  id             bigint not null,
  sale_return_id bigint not null,
  percent        numeric(7, 4) not null,
  net            numeric(19, 4) not null,
  tax            numeric(19, 4) not null,
  primary key (business_id, id),
  constraint sale_return_taxes_percent_unique unique (business_id, sale_return_id, percent),
  constraint sale_return_taxes_return foreign key (business_id, sale_return_id)
    references sale_returns (business_id, id)
);
call protect_business_table('sale_return_taxes');
