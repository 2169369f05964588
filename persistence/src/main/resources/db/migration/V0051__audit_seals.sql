-- Seals: each entry of a log gets the hash of itself and of the seal before it, so that a changed, removed, moved
-- or smuggled entry breaks the chain (docs/audit.md). Sealing happens behind the posting path, in batches: whoever
-- sells never waits for the chain. The functions run as the owner, for the application must not be able to write
-- seals in any other way.

-- Entries that wait for their seal. Filled in the entry's own transaction: whatever commits late is still seen.
create table system_logs_unsealed (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  primary key (business_id, id)
);
call protect_business_table('system_logs_unsealed');

create table system_log_seals (
  business_id bigint not null references businesses (id),
  sequence    bigint not null,
  log_id      bigint not null,
  hash        bytea not null,
  primary key (business_id, sequence),
  constraint system_log_seals_once unique (business_id, log_id),
  constraint system_log_seals_log foreign key (business_id, log_id) references system_logs (business_id, id)
);
call protect_business_table('system_log_seals');
revoke insert on system_log_seals from tradehall_app;

-- The last seal of each chain, and the lock that lets one server at a time seal.
create table system_log_heads (
  business_id bigint not null references businesses (id),
  sequence    bigint not null,
  hash        bytea not null,
  primary key (business_id)
);
call protect_business_table('system_log_heads');
revoke insert on system_log_heads from tradehall_app;

-- Where a chain begins after its oldest part was deleted.
create table system_log_checkpoints (
  business_id bigint not null references businesses (id),
  sequence    bigint not null,
  hash        bytea not null,
  purged_at   timestamptz not null,
  primary key (business_id, sequence)
);
call protect_business_table('system_log_checkpoints');
revoke insert on system_log_checkpoints from tradehall_app;

-- The same four for the platform's log; the application may only add to what waits.
create table platform_logs_unsealed (
  id bigint primary key
);
create table platform_log_seals (
  sequence bigint primary key,
  log_id   bigint not null unique references platform_logs (id),
  hash     bytea not null
);
create table platform_log_heads (
  single   boolean primary key default true check (single),
  sequence bigint not null,
  hash     bytea not null
);
create table platform_log_checkpoints (
  sequence  bigint primary key,
  hash      bytea not null,
  purged_at timestamptz not null
);
grant insert on platform_logs_unsealed to tradehall_app;
grant select on platform_logs_unsealed, platform_log_seals, platform_log_heads, platform_log_checkpoints
  to tradehall_platform;

create function await_system_log_seal() returns trigger language plpgsql as
$$ begin insert into system_logs_unsealed (business_id, id) values (new.business_id, new.id); return null; end $$;
create trigger await_seal after insert on system_logs for each row execute function await_system_log_seal();

create function await_platform_log_seal() returns trigger language plpgsql as
$$ begin insert into platform_logs_unsealed (id) values (new.id); return null; end $$;
create trigger await_seal after insert on platform_logs for each row execute function await_platform_log_seal();

-- What was written before there were seals.
alter table system_logs no force row level security;
alter table system_logs_unsealed no force row level security;
insert into system_logs_unsealed (business_id, id) select business_id, id from system_logs;
insert into platform_logs_unsealed (id) select id from platform_logs;
alter table system_logs force row level security;
alter table system_logs_unsealed force row level security;

-- One unambiguous text of a row: each field with its length in bytes, null as a dash.
create function canonical_log(variadic fields text[]) returns bytea language sql immutable as
$$
  select convert_to(string_agg(coalesce(octet_length(field) || ':' || field, '-') || ',', '' order by place), 'UTF8')
    from unnest(fields) with ordinality as each (field, place)
$$;

create function log_time(instant timestamptz) returns text language sql stable as
$$ select to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- Seals the oldest waiting entries of the transaction's business; tells how many.
create function seal_system_log(most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  head system_log_heads;
  log system_logs;
  sealed integer := 0;
begin
  insert into system_log_heads (business_id, sequence, hash)
    values (app_business(), 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  select * into strict head from system_log_heads where business_id = app_business() for update;
  for log in
    select l.* from system_logs_unsealed u join system_logs l on l.business_id = u.business_id and l.id = u.id
     where u.business_id = app_business() order by l.recorded_at, l.id limit most
  loop
    sealed := sealed + 1;
    head.sequence := head.sequence + 1;
    head.hash := sha256(head.hash || canonical_log('tradehall-log-1', head.sequence::text, log.business_id::text,
      log.id::text, log_time(log.recorded_at), log.user_id::text, log.on_behalf_of::text, log.channel, log.place,
      log.address, log.request, log.action, log.entity, log.entity_id::text, log.detail, log.facts_before,
      log.facts_after));
    insert into system_log_seals (business_id, sequence, log_id, hash)
      values (head.business_id, head.sequence, log.id, head.hash);
    delete from system_logs_unsealed where business_id = head.business_id and id = log.id;
  end loop;
  update system_log_heads set sequence = head.sequence, hash = head.hash where business_id = head.business_id;
  return sealed;
end
$$;

create function seal_platform_log(most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  head platform_log_heads;
  log platform_logs;
  sealed integer := 0;
begin
  insert into platform_log_heads (sequence, hash) values (0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  select * into strict head from platform_log_heads for update;
  for log in
    select l.* from platform_logs_unsealed u join platform_logs l on l.id = u.id
     order by l.recorded_at, l.id limit most
  loop
    sealed := sealed + 1;
    head.sequence := head.sequence + 1;
    head.hash := sha256(head.hash || canonical_log('tradehall-log-1', head.sequence::text, null,
      log.id::text, log_time(log.recorded_at), log.user_id::text, log.on_behalf_of::text, log.channel, log.place,
      log.address, log.request, log.action, log.entity, log.entity_id::text, log.detail, log.facts_before,
      log.facts_after));
    insert into platform_log_seals (sequence, log_id, hash) values (head.sequence, log.id, head.hash);
    delete from platform_logs_unsealed where id = log.id;
  end loop;
  update platform_log_heads set sequence = head.sequence, hash = head.hash;
  return sealed;
end
$$;

-- Deletes sealed entries from the beginning of the business's log up to the first that is younger, and leaves a
-- checkpoint. Nobody can have a log forget its last year.
create function purge_system_log(older_than timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  limit_time timestamptz := least(older_than, now() - interval '1 year');
  head system_log_heads;
  kept bigint;
  last system_log_seals;
  purged integer;
begin
  select * into head from system_log_heads where business_id = app_business() for update;
  if not found then
    return 0;
  end if;
  select s.sequence into kept
    from system_log_seals s join system_logs l on l.business_id = s.business_id and l.id = s.log_id
   where s.business_id = head.business_id and l.recorded_at >= limit_time order by s.sequence limit 1;
  select * into last from system_log_seals
   where business_id = head.business_id and sequence < coalesce(kept, head.sequence + 1) order by sequence desc limit 1;
  if not found then
    return 0;
  end if;
  insert into system_log_checkpoints (business_id, sequence, hash, purged_at)
    values (last.business_id, last.sequence, last.hash, now());
  with gone as (
    delete from system_log_seals where business_id = last.business_id and sequence <= last.sequence returning log_id
  ), logs as (
    delete from system_logs l using gone where l.business_id = last.business_id and l.id = gone.log_id returning 1
  ) select count(*) into purged from logs;
  return purged;
end
$$;

create function purge_platform_log(older_than timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  limit_time timestamptz := least(older_than, now() - interval '1 year');
  head platform_log_heads;
  kept bigint;
  last platform_log_seals;
  purged integer;
begin
  select * into head from platform_log_heads for update;
  if not found then
    return 0;
  end if;
  select s.sequence into kept from platform_log_seals s join platform_logs l on l.id = s.log_id
   where l.recorded_at >= limit_time order by s.sequence limit 1;
  select * into last from platform_log_seals
   where sequence < coalesce(kept, head.sequence + 1) order by sequence desc limit 1;
  if not found then
    return 0;
  end if;
  insert into platform_log_checkpoints (sequence, hash, purged_at) values (last.sequence, last.hash, now());
  with gone as (
    delete from platform_log_seals where sequence <= last.sequence returning log_id
  ), logs as (
    delete from platform_logs l using gone where l.id = gone.log_id returning 1
  ) select count(*) into purged from logs;
  return purged;
end
$$;

revoke execute on function seal_system_log(integer), seal_platform_log(integer),
  purge_system_log(timestamptz), purge_platform_log(timestamptz) from public;
grant execute on function seal_system_log(integer), seal_platform_log(integer),
  purge_system_log(timestamptz), purge_platform_log(timestamptz) to tradehall_app;
