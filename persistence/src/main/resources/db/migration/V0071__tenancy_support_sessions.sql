-- Times in which platform staff were at work in a business: with a reason, for a while, and for the
-- business to see.
create table support_sessions (
  business_id  bigint not null references businesses (id),
  id           bigint not null,
  admin_id     bigint not null references users (id),
  on_behalf_of bigint not null references users (id),
  reason       text not null,
  started_at   timestamptz not null,
  ends_at      timestamptz not null,
  ended_at     timestamptz,
  primary key (business_id, id),
  constraint support_sessions_reason_length check (length(reason) between 1 and 500)
);
create index support_sessions_by_time on support_sessions (business_id, started_at desc);
call protect_business_table('support_sessions');
grant update (ended_at) on support_sessions to tradehall_app;
