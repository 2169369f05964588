-- Links that prove an e-mail address (one-time, short-lived; only their hash is here), and what was
-- tried with wrong credentials, so that trying on takes longer and longer.
create table user_tokens (
  hash       text primary key,
  user_id    bigint not null references users (id),
  purpose    text not null,
  email      text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  constraint user_tokens_purpose check (purpose in ('PASSWORD', 'EMAIL'))
);
create index user_tokens_of_user on user_tokens (user_id, created_at);
grant select, insert, delete on user_tokens to tradehall_app;
grant update (used_at) on user_tokens to tradehall_app;

-- The subject is a hash: of an e-mail address, whether or not there is an account with it, of a
-- network address, of a device.
create table login_attempts (
  kind          text not null,
  subject       text not null,
  count         integer not null,
  last_at       timestamptz not null,
  blocked_until timestamptz not null,
  primary key (kind, subject)
);
create index login_attempts_by_time on login_attempts (last_at);
grant select, insert, update, delete on login_attempts to tradehall_app;
