-- What a role's limits leave to be seen, as policies beside the wall between businesses: every list,
-- sum, report and export obeys them without knowing of them. Unlike the wall they are open while
-- unset, for most members have no limit. Set with the business, for the transaction.

create function app_branches() returns bigint[] language sql stable parallel safe as
$$ select nullif(current_setting('app.branches', true), '')::bigint[] $$;

create function app_own_documents_of() returns bigint language sql stable parallel safe as
$$ select nullif(current_setting('app.own_documents_of', true), '')::bigint $$;

-- The sub-selects are evaluated once a statement, not once a row.
create procedure limit_to_branches(name regclass) language plpgsql as
$$
begin
  execute format('create policy within_branches on %s as restrictive for select to tradehall_app '
                 'using ((select app_branches()) is null or branch_id = any ((select app_branches())::bigint[]))', name);
end
$$;

create procedure limit_to_own(name regclass) language plpgsql as
$$
begin
  execute format('create policy own_documents on %s as restrictive for select to tradehall_app '
                 'using ((select app_own_documents_of()) is null or recorded_by = (select app_own_documents_of()))', name);
end
$$;

-- Rows of a document follow the document.
create procedure limit_as_document(name regclass, reference text, document regclass) language plpgsql as
$$
begin
  execute format('create policy with_document on %s as restrictive for select to tradehall_app '
                 'using (((select app_branches()) is null and (select app_own_documents_of()) is null) '
                 'or exists (select from %s d where d.business_id = %s.business_id and d.id = %s.%I))',
                 name, document, name, name, reference);
end
$$;
revoke execute on procedure limit_to_branches(regclass), limit_to_own(regclass),
  limit_as_document(regclass, text, regclass) from public;

call limit_to_branches('sales');
call limit_to_own('sales');
call limit_as_document('sale_items', 'sale_id', 'sales');
call limit_as_document('sale_taxes', 'sale_id', 'sales');
call limit_to_branches('sale_returns');
call limit_to_own('sale_returns');
call limit_as_document('sale_return_items', 'sale_return_id', 'sale_returns');
call limit_as_document('sale_return_taxes', 'sale_return_id', 'sale_returns');
call limit_to_branches('stock_adjustments');
call limit_to_branches('stock_movements');
call limit_to_branches('inventory');
call limit_to_branches('payments');
call limit_to_own('payments');
