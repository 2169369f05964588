-- Stock: the balance (inventory) that is locked and kept, and the movements that explain it.
create table inventory (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  branch_id   bigint not null,
  product_id  bigint not null,
  quantity    numeric(19, 6) not null,
  primary key (business_id, id),
  constraint inventory_product_unique unique (business_id, branch_id, product_id),
  constraint inventory_branch foreign key (business_id, branch_id) references branches (business_id, id),
  constraint inventory_product foreign key (business_id, product_id) references products (business_id, id)
) with (fillfactor = 80);
create index inventory_by_product on inventory (business_id, product_id);
call protect_business_table('inventory');
grant update (quantity) on inventory to tradehall_app;

create table stock_adjustments (
  business_id   bigint not null references businesses (id),
  id            bigint not null,
  branch_id     bigint not null,
  number        text not null,
  reason        text not null,
  note          text,
  external_ref  text,
  business_date date not null,
  recorded_at   timestamptz not null,
  recorded_by   bigint not null references users (id),
  primary key (business_id, id),
  constraint stock_adjustments_number_unique unique (business_id, number),
  constraint stock_adjustments_external_ref_unique unique (business_id, external_ref),
  constraint stock_adjustments_branch foreign key (business_id, branch_id) references branches (business_id, id)
);
call protect_business_table('stock_adjustments');

-- Append-only: no update or delete is granted; a mistake is corrected by a movement of its own.
create table stock_movements (
  business_id   bigint not null references businesses (id),
  id            bigint not null,
  branch_id     bigint not null,
  product_id    bigint not null,
  kind          text not null,
  quantity      numeric(19, 6) not null,
  balance       numeric(19, 6) not null,
  source_kind   text not null,
  source_id     bigint not null,
  business_date date not null,
  recorded_at   timestamptz not null,
  recorded_by   bigint not null references users (id),
  primary key (business_id, id),
  constraint stock_movements_branch foreign key (business_id, branch_id) references branches (business_id, id),
  constraint stock_movements_product foreign key (business_id, product_id) references products (business_id, id),
  constraint stock_movements_kind check (kind in ('RECEIPT', 'ISSUE', 'RETURN', 'ADJUSTMENT')),
  constraint stock_movements_quantity check (quantity <> 0)
);
create index stock_movements_by_product on stock_movements (business_id, product_id, id);
create index stock_movements_by_source on stock_movements (business_id, source_id);
call protect_business_table('stock_movements');
