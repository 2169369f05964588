-- Creates Tradehall's databases and its roles. To be run by a PostgreSQL superuser; it may be run again, for example to set
-- new passwords:
--
--   psql -h HOST -U postgres -d postgres -v ON_ERROR_STOP=1 \
--        -v owner_password=... -v app_password=... -v platform_password=... \
--        -v backup_password=... -v operator_password=... -f bootstrap.sql
--
-- tradehall_owner     owns the schema and is used for migrations only; the application server never gets its password
-- tradehall_app       the application; owns nothing and is bound by row-level security
-- tradehall_platform  reads across businesses for platform administrators; writes nothing
-- tradehall_backup    dumps: reads everything, past row-level security; writes nothing
-- tradehall_operator  restores: makes databases, writes everything in them; owns the database tradehall_operations, where
--                     jobs, backups and restores are noted, so that a restore does not take back what it knows of itself
--
-- The server needs max_prepared_transactions of at least the size of the application's connection pools (100 is plenty).

select format('create role %I', name)
  from unnest(array['tradehall_owner', 'tradehall_app', 'tradehall_platform', 'tradehall_backup', 'tradehall_operator']) as name
 where not exists (select from pg_roles where rolname = name) \gexec

alter role tradehall_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner_password';
alter role tradehall_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app_password';
alter role tradehall_platform login nosuperuser nobypassrls nocreatedb nocreaterole password :'platform_password';
alter role tradehall_backup login nosuperuser bypassrls nocreatedb nocreaterole password :'backup_password';
alter role tradehall_operator login nosuperuser bypassrls createdb nocreaterole password :'operator_password';
-- Read-only in earlier releases; a server where writing is off by default is taken for a standby.
alter role tradehall_platform reset default_transaction_read_only;
grant pg_read_all_data to tradehall_backup;
grant tradehall_owner, pg_signal_backend to tradehall_operator;

select 'create database tradehall owner tradehall_owner encoding ''UTF8'' template template0'
 where not exists (select from pg_database where datname = 'tradehall') \gexec

revoke all on database tradehall from public;
grant connect on database tradehall to tradehall_app, tradehall_platform, tradehall_backup;

select 'create database tradehall_operations owner tradehall_operator encoding ''UTF8'' template template0'
 where not exists (select from pg_database where datname = 'tradehall_operations') \gexec

revoke all on database tradehall_operations from public;

\connect tradehall

revoke all on schema public from public;
grant usage on schema public to tradehall_app, tradehall_platform;
