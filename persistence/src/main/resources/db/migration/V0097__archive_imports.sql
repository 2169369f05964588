-- Businesses that were brought in from an archive of another installation, or could not be: what the pages show of
-- it while it is under way and afterwards. The rows themselves come in one transaction of the business's own.
create table archive_imports (
  id           bigint primary key,
  file_name    text not null,
  name         text not null,
  asked_by     bigint not null references users (id) deferrable,
  asked_at     timestamptz not null,
  node         text not null,
  state        text not null,
  rows_done    bigint not null,
  row_count    bigint not null,
  heartbeat_at timestamptz not null,
  ended_at     timestamptz,
  problem      text,
  opened_id    bigint references businesses (id) deferrable,
  constraint archive_imports_state check (state in ('RUNNING', 'DONE', 'FAILED')),
  constraint archive_imports_done_is_opened check ((state = 'DONE') = (opened_id is not null)),
  constraint archive_imports_ended check ((state = 'RUNNING') = (ended_at is null))
);
create index archive_imports_by_time on archive_imports (asked_at);
grant select, insert on archive_imports to tradehall_app;
grant update (state, rows_done, heartbeat_at, ended_at, problem, opened_id) on archive_imports to tradehall_app;

-- Ids that nobody has been given, nor will be, one after the other: what comes from elsewhere brings ids of its own,
-- which move there as they stand. Tells the number to add to each, from 1 to the most that is wanted. Servers have
-- taken ids in advance, and take more this very moment: hence the distance, of a thousand times what one takes at once.
create function reserve_ids(most bigint) returns bigint
language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  base bigint;
begin
  if most not between 1 and 1000000000000 then
    raise exception 'ids are out of range' using errcode = '22003';
  end if;
  perform pg_advisory_lock(hashtextextended('reserve-ids', 0));
  select last_value + 500000 into base from ids;
  perform setval('ids', ((base + most) / 500 + 1) * 500);
  perform pg_advisory_unlock(hashtextextended('reserve-ids', 0));
  return base;
end
$$;
revoke execute on function reserve_ids(bigint) from public;
grant execute on function reserve_ids(bigint) to tradehall_app;
