-- What the business spends beside the goods that it buys. An expense is written with its number at once and never
-- changes, but for what becomes of it: somebody approves or rejects it, and what was approved may be cancelled.
create table expenses (
  business_id     bigint not null references businesses (id) deferrable,
  id              bigint not null,
  branch_id       bigint not null,
  number          text not null,
  business_date   date not null,
  category        text not null,
  payee           text not null,
  amount          numeric(19, 4) not null,
  tax_percent     numeric(7, 4),
  tax             numeric(19, 4) not null,
  method          text not null,
  reference       text,
  note            text,
  status          text not null,
  recorded_at     timestamptz not null,
  recorded_by     bigint not null references users (id) deferrable,
  decided_at      timestamptz,
  decided_by      bigint references users (id) deferrable,
  decision_reason text,
  version         integer not null,
  primary key (business_id, id),
  constraint expenses_number_unique unique (business_id, number),
  constraint expenses_branch foreign key (business_id, branch_id) references branches (business_id, id) deferrable,
  constraint expenses_category check (category in ('RENT', 'UTILITIES', 'WAGES', 'TRANSPORT', 'SUPPLIES', 'REPAIRS',
    'FEES', 'TAXES', 'MARKETING', 'OTHER')),
  constraint expenses_method check (method in ('CASH', 'CARD', 'TRANSFER', 'OTHER')),
  constraint expenses_status check (status in ('WAITING', 'APPROVED', 'REJECTED', 'CANCELLED')),
  constraint expenses_amounts check (amount > 0 and tax >= 0 and tax < amount),
  constraint expenses_tax_has_its_rate check (tax_percent is not null or tax = 0),
  constraint expenses_waiting_is_undecided check ((status = 'WAITING') = (decided_at is null)),
  constraint expenses_decided_by_somebody check ((decided_at is null) = (decided_by is null)),
  constraint expenses_rejected_for_a_reason check (status <> 'REJECTED' or decision_reason is not null)
);
create index expenses_by_date on expenses (business_id, business_date, id);
create index expenses_by_branch on expenses (business_id, branch_id);
create index expenses_waiting on expenses (business_id, amount) where status = 'WAITING';
call protect_business_table('expenses');
grant update (status, decided_at, decided_by, decision_reason, version) on expenses to tradehall_app;
call limit_to_branches('expenses');
call limit_to_own('expenses');
