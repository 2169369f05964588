-- Whether the person came in by more than the password (a code beside it, or a passkey): platform staff may be asked
-- for that. An installation that has staff already goes on as it was until one of them wants it otherwise.
alter table user_sessions add two_steps boolean not null default false;
grant update (two_steps) on user_sessions to tradehall_app;

insert into system_settings (key, value, changed_at)
select 'staff-two-steps', 'false', now() where exists (select from admin_profiles);
