-- What every later migration stands on: the id sequence, the settings that carry the
-- caller, and the one procedure by which a table becomes a business table.

-- One sequence for all ids. EclipseLink takes nextval as the END of a block, hence the start.
create sequence ids start with 500 increment by 500;
grant usage, select on sequence ids to tradehall_app;

-- The caller of the running transaction. Unset or empty reads as null, and null matches no row.
create function app_business() returns bigint language sql stable parallel safe as
$$ select nullif(current_setting('app.business_id', true), '')::bigint $$;

create function app_user() returns bigint language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '')::bigint $$;

-- Wall 2: row-level security, forced (the owner is no exception), fail-closed.
-- The platform role reads across businesses; it has no grant to write anything.
create procedure protect_business_table(name regclass) language plpgsql as
$$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy business_isolation on %s using (business_id = app_business()) '
                 'with check (business_id = app_business())', name);
  execute format('create policy platform_reads on %s for select to tradehall_platform using (true)', name);
  execute format('grant select on %s to tradehall_platform', name);
  execute format('grant select, insert on %s to tradehall_app', name);
end
$$;

revoke execute on procedure protect_business_table(regclass) from public;
