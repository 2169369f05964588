-- Passkeys (WebAuthn): a person's device keeps a secret key and proves that it has it; only the public
-- half is here. The handle is how devices name the person: random, the same for all of a person's keys.
create table passkeys (
  id              bigint primary key,
  user_id         bigint not null references users (id),
  user_handle     text not null,
  credential      text not null,
  public_key      bytea not null,
  signature_count bigint not null,
  name            text not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz,
  constraint passkeys_credential_unique unique (credential),
  constraint passkeys_lengths check (length(name) between 1 and 80 and length(credential) <= 1400
    and length(public_key) <= 2000)
);
create index passkeys_of_user on passkeys (user_id, created_at);
create index passkeys_by_handle on passkeys (user_handle);
grant select, insert, delete on passkeys to tradehall_app;
grant update (name, signature_count, last_used_at) on passkeys to tradehall_app;
