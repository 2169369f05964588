-- Keys by which other programs log in. The secret is random (256 bit), so a fast hash is enough;
-- the key names its business, so that looking it up needs no view across businesses.
create table api_keys (
  business_id  bigint not null references businesses (id),
  id           bigint not null,
  user_id      bigint not null references users (id),
  name         text not null,
  hint         text not null,
  secret_hash  bytea not null,
  created_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  primary key (business_id, id),
  constraint api_keys_hash_unique unique (business_id, secret_hash),
  constraint api_keys_work_for_a_member foreign key (business_id, user_id)
    references memberships (business_id, user_id) on delete cascade,
  constraint api_keys_name_length check (length(name) between 1 and 80)
);
call protect_business_table('api_keys');
grant update (last_used_at, revoked_at) on api_keys to tradehall_app;
