-- What customers owe: the balance that is locked and kept, and the transactions that explain it.
-- Positive = the customer owes the business.
create table customer_accounts (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  customer_id bigint not null,
  balance     numeric(19, 4) not null,
  primary key (business_id, id),
  constraint customer_accounts_customer_unique unique (business_id, customer_id),
  constraint customer_accounts_customer foreign key (business_id, customer_id) references customers (business_id, id)
) with (fillfactor = 80);
call protect_business_table('customer_accounts');
grant update (balance) on customer_accounts to tradehall_app;

-- Append-only, like stock movements.
create table customer_transactions (
  business_id   bigint not null references businesses (id),
  id            bigint not null,
  customer_id   bigint not null,
  kind          text not null,
  amount        numeric(19, 4) not null,
  balance       numeric(19, 4) not null,
  source_kind   text not null,
  source_id     bigint not null,
  business_date date not null,
  recorded_at   timestamptz not null,
  recorded_by   bigint not null references users (id),
  primary key (business_id, id),
  constraint customer_transactions_customer foreign key (business_id, customer_id)
    references customers (business_id, id),
  constraint customer_transactions_kind check (kind in ('SALE', 'PAYMENT', 'RETURN', 'REFUND'))
);
create index customer_transactions_by_customer on customer_transactions (business_id, customer_id, id);
create index customer_transactions_by_source on customer_transactions (business_id, source_id);
call protect_business_table('customer_transactions');

-- Money received (positive) or paid back (negative). Append-only.
create table payments (
  business_id   bigint not null references businesses (id),
  id            bigint not null,
  branch_id     bigint not null,
  customer_id   bigint,
  method        text not null,
  amount        numeric(19, 4) not null,
  tendered      numeric(19, 4) not null,
  source_kind   text not null,
  source_id     bigint not null,
  business_date date not null,
  recorded_at   timestamptz not null,
  recorded_by   bigint not null references users (id),
  primary key (business_id, id),
  constraint payments_branch foreign key (business_id, branch_id) references branches (business_id, id),
  constraint payments_customer foreign key (business_id, customer_id) references customers (business_id, id),
  constraint payments_method check (method in ('CASH', 'CARD', 'TRANSFER', 'OTHER')),
  constraint payments_amount check (amount <> 0)
);
create index payments_by_source on payments (business_id, source_id);
create index payments_by_customer on payments (business_id, customer_id) where customer_id is not null;
create index payments_by_branch on payments (business_id, branch_id, business_date);
call protect_business_table('payments');
