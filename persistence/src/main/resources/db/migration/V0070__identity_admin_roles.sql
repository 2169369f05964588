-- What platform staff may do: in the panels (permissions; * is all there are or will be) and in a
-- business that they enter for its support (business_permissions).
create table admin_roles (
  id                   bigint primary key,
  name                 text not null,
  permissions          text not null,
  business_permissions text not null,
  version              integer not null,
  constraint admin_roles_name_unique unique (name),
  constraint admin_roles_name_length check (length(name) between 1 and 80)
);

insert into admin_roles values
  (1, 'Superadmin', '*', 'sale.view product.view product.cost.view customer.view report.view log.view', 1),
  (2, 'Support', 'business.view business.enter', 'sale.view product.view customer.view report.view', 1);

alter table admin_profiles add admin_role_id bigint references admin_roles (id);
update admin_profiles set admin_role_id = 1;
alter table admin_profiles alter admin_role_id set not null;
create index admin_profiles_by_role on admin_profiles (admin_role_id);

grant select on admin_profiles, admin_roles to tradehall_app;
grant select, insert, update, delete on admin_profiles, admin_roles to tradehall_platform;
grant usage on sequence ids to tradehall_platform;

-- What the superadmin panel changes across businesses: whether they and their people may work, and
-- nothing that is in them.
grant update (status, status_reason, status_since, version) on businesses to tradehall_platform;
create policy platform_changes on businesses for update to tradehall_platform using (true) with check (true);
grant update (active, version) on users to tradehall_platform;
grant select (version, locale) on users to tradehall_platform;
