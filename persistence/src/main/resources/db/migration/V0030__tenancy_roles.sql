-- Roles that a business makes itself, beside the ready-made ones that the application knows by name.
-- Permissions are written like OAuth scopes (RFC 6749, 3.3): names with spaces between them.
create table roles (
  business_id         bigint not null references businesses (id),
  id                  bigint not null,
  name                text not null,
  permissions         text not null,
  maximum_discount    numeric(7, 4),
  own_branches_only   boolean not null,
  own_documents_only  boolean not null,
  version             integer not null,
  primary key (business_id, id),
  constraint roles_name_unique unique (business_id, name),
  constraint roles_name_length check (length(name) between 1 and 80),
  constraint roles_maximum_discount_is_percent check (maximum_discount between 0 and 100)
);
call protect_business_table('roles');
grant update (name, permissions, maximum_discount, own_branches_only, own_documents_only, version),
  delete on roles to tradehall_app;

-- A member has a ready-made role or one of the business's own.
alter table memberships alter role drop not null;
alter table memberships add role_id bigint;
alter table memberships add version integer not null default 1;
alter table memberships add constraint memberships_own_role
  foreign key (business_id, role_id) references roles (business_id, id);
alter table memberships add constraint memberships_one_role check ((role is null) <> (role_id is null));
create index memberships_by_own_role on memberships (business_id, role_id);

-- Where a member works; no row means: in every branch.
create table membership_branches (
  business_id   bigint not null references businesses (id),
  id            bigint not null,
  membership_id bigint not null,
  branch_id     bigint not null,
  primary key (business_id, id),
  constraint membership_branches_unique unique (business_id, membership_id, branch_id),
  constraint membership_branches_membership foreign key (business_id, membership_id)
    references memberships (business_id, id) on delete cascade,
  constraint membership_branches_branch foreign key (business_id, branch_id) references branches (business_id, id)
);
create index membership_branches_by_branch on membership_branches (business_id, branch_id);
call protect_business_table('membership_branches');
grant delete on membership_branches to tradehall_app;

-- A branch that is given up keeps its documents and takes no new ones.
alter table branches add active boolean not null default true;
