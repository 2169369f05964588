-- The first answer to a create, kept so that a repeated request gets it again.
-- The unique key decides a race, not a look-up.
create table idempotency_keys (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  key         text not null,
  operation   text not null,
  fingerprint bytea not null,
  answer      text,
  created_at  timestamptz not null,
  primary key (business_id, id),
  constraint idempotency_keys_unique unique (business_id, key),
  constraint idempotency_keys_length check (length(key) between 1 and 200)
);
call protect_business_table('idempotency_keys');
grant update (answer) on idempotency_keys to tradehall_app;
