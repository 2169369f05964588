-- Invitations to work in a business. The link carries a random secret of which only the SHA-256 is
-- kept; it names its business, as an API key does, so that nothing has to look across businesses.
create table invitations (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  email       text not null,
  role        text,
  role_id     bigint,
  branch_ids  text not null,
  secret_hash bytea not null,
  invited_by  bigint not null references users (id),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  ended_at    timestamptz,
  accepted_by bigint references users (id),
  primary key (business_id, id),
  constraint invitations_hash_unique unique (business_id, secret_hash),
  constraint invitations_own_role foreign key (business_id, role_id)
    references roles (business_id, id) on delete cascade,
  constraint invitations_one_role check ((role is null) <> (role_id is null)),
  constraint invitations_accepted_is_ended check (accepted_by is null or ended_at is not null),
  constraint invitations_email_length check (length(email) <= 254)
);
create index invitations_by_own_role on invitations (business_id, role_id);
-- One open invitation an address: a second one ends the first.
create unique index invitations_open on invitations (business_id, email) where ended_at is null;
call protect_business_table('invitations');
grant update (ended_at, accepted_by) on invitations to tradehall_app;

-- Suspended: may be read, takes nothing new. Closed: nobody enters any more; nothing is deleted.
alter table businesses add status text not null default 'ACTIVE';
alter table businesses add status_reason text;
alter table businesses add status_since timestamptz;
alter table businesses add constraint businesses_status check (status in ('ACTIVE', 'SUSPENDED', 'CLOSED'));

-- The schema's version, for archives; the application's role does not see Flyway's own table.
create function app_schema_version() returns text language sql stable security definer
set search_path = public, pg_temp as
$$ select version from flyway_schema_history where success and version is not null
   order by installed_rank desc limit 1 $$;
revoke execute on function app_schema_version() from public;
grant execute on function app_schema_version() to tradehall_app;
