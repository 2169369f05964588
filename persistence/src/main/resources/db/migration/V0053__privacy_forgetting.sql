-- A person who wants to be forgotten is made nobody, and the documents stay. What the application may not change
-- otherwise (notes on documents, rows of imports) is changed here, for that one purpose, by the owner.
alter table customers add column erased_at timestamptz;
alter table users add column erased_at timestamptz;

create function forget_customer(customer bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  known customers;
begin
  select * into strict known from customers where business_id = app_business() and id = customer for update;
  update sales set note = null where business_id = known.business_id and customer_id = known.id and note is not null;
  update sale_returns set reason = null
   where business_id = known.business_id and customer_id = known.id and reason is not null;
  delete from idempotency_keys k where k.business_id = known.business_id
     and (k.answer like 'customers/' || known.id || E'\n%'
       or exists (select from sales s where s.business_id = known.business_id and s.customer_id = known.id
                    and (k.answer like 'sales/' || s.id || E'\n%' or k.answer like 'sales/' || s.id || '/%')));
  update import_rows r set content = '' from imports i
   where r.business_id = known.business_id and i.business_id = r.business_id and i.id = r.import_id
     and i.kind = 'CUSTOMERS' and r.reference = known.code;
  delete from import_files f using imports i
   where f.business_id = known.business_id and i.business_id = f.business_id and i.id = f.import_id
     and i.kind = 'CUSTOMERS' and i.state = 'COMPLETED';
  update customers set name = 'Erased ' || known.id, code = 'erased-' || known.id, email = null, phone = null,
    country = null, version = version + 1, erased_at = now()
   where business_id = known.business_id and id = known.id;
end
$$;

-- The caller himself, with all that he logs in by. Nobody can log in as him afterwards: no password has the hash that
-- he gets. Tables are named that a later version makes; until then there is nothing in them to forget.
create function forget_me() returns void
language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  known users;
begin
  select * into strict known from users where id = app_user() for update;
  if exists (select from memberships where user_id = known.id) then
    raise exception 'a member cannot be forgotten';
  end if;
  delete from admin_profiles where user_id = known.id;
  if to_regclass('mails') is not null then
    delete from mails where strpos(lower(recipient), known.email) > 0;
  end if;
  if to_regclass('user_sessions') is not null then
    delete from user_sessions where user_id = known.id;
  end if;
  if to_regclass('user_tokens') is not null then
    delete from user_tokens where user_id = known.id;
  end if;
  if to_regclass('recovery_codes') is not null then
    delete from recovery_codes where user_id = known.id;
  end if;
  if to_regclass('second_factors') is not null then
    delete from second_factors where user_id = known.id;
  end if;
  update users set email = 'erased-' || id || '@invalid', name = 'Erased ' || id, active = false, last_business_id = null,
    password_hash = 'PBKDF2WithHmacSHA512:210000:' || encode(sha256(gen_random_uuid()::text::bytea), 'base64') || ':'
      || encode(sha256(gen_random_uuid()::text::bytea), 'base64'),
    version = version + 1, erased_at = now()
   where id = known.id;
end
$$;

-- What the platform's log tells of the caller, for him alone; the application cannot read that log otherwise.
create function my_platform_logs() returns setof platform_logs
language sql stable security definer set search_path = public, pg_temp as
$$ select * from platform_logs where user_id = app_user() order by recorded_at, id $$;

revoke execute on function forget_customer(bigint), forget_me(), my_platform_logs() from public;
grant execute on function forget_customer(bigint), forget_me(), my_platform_logs() to tradehall_app;
