-- Where a person is logged in: one row a login, asked in every request, so that ending one ends it
-- on every node at once.
create table user_sessions (
  id           text primary key,
  user_id      bigint not null references users (id),
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  address      text,
  agent        text not null,
  ended_at     timestamptz,
  constraint user_sessions_agent_length check (length(agent) <= 400)
);
create index user_sessions_of_user on user_sessions (user_id, created_at);
grant select, insert, delete on user_sessions to tradehall_app;
grant update (last_seen_at, ended_at) on user_sessions to tradehall_app;
grant select on user_sessions to tradehall_platform;
