-- The second step of a login: a secret that the person's phone has as well, sealed with a key that is
-- not in the database, and codes on paper for the day on which the phone is gone.
create table second_factors (
  user_id      bigint primary key references users (id),
  secret       bytea not null,
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint not null
);
grant select, insert, delete on second_factors to tradehall_app;
grant update (confirmed_at, last_step) on second_factors to tradehall_app;

create table recovery_codes (
  hash    text primary key,
  user_id bigint not null references users (id),
  used_at timestamptz
);
create index recovery_codes_of_user on recovery_codes (user_id);
grant select, insert, delete on recovery_codes to tradehall_app;
grant update (used_at) on recovery_codes to tradehall_app;
