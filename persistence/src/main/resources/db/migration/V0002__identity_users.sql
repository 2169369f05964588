-- People. They stand outside businesses: one person may own one business and work for others.
create table users (
  id               bigint primary key,
  email            text not null,
  name             text not null,
  password_hash    text not null,
  locale           text not null default 'en',
  active           boolean not null default true,
  last_business_id bigint,
  created_at       timestamptz not null,
  version          integer not null,
  constraint users_email_unique unique (email),
  constraint users_email_lower_case check (email = lower(email)),
  constraint users_lengths check (length(email) <= 254 and length(name) between 1 and 120)
);

-- Platform staff: the admin half of the login decision.
create table admin_profiles (
  user_id    bigint primary key references users (id),
  created_at timestamptz not null
);

grant select, insert, update on users to tradehall_app;
grant select, insert on admin_profiles to tradehall_app;
grant select (id, email, name, active, created_at) on users to tradehall_platform;
