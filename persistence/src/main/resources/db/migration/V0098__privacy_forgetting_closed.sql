-- Who has closed his business may be forgotten, as the page says; its documents stay, and he is nobody in it.
create or replace function forget_me() returns void
language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  known users;
begin
  select * into strict known from users where id = app_user() for update;
  if exists (select from memberships m join businesses b on b.id = m.business_id
              where m.user_id = known.id and b.status <> 'CLOSED') then
    raise exception 'a member cannot be forgotten';
  end if;
  perform set_config('app.forgotten_address', known.email, true), set_config('app.forgotten_user', known.id::text, true);
  update invitations set email = 'erased-' || known.id || '@invalid', ended_at = coalesce(ended_at, now())
   where email = known.email or accepted_by = known.id;
  perform set_config('app.forgotten_address', '', true), set_config('app.forgotten_user', '', true);
  delete from admin_profiles where user_id = known.id;
  delete from mails where strpos(lower(recipient), known.email) > 0;
  delete from user_sessions where user_id = known.id;
  delete from user_tokens where user_id = known.id;
  delete from recovery_codes where user_id = known.id;
  delete from second_factors where user_id = known.id;
  delete from passkeys where user_id = known.id;
  update users set email = 'erased-' || id || '@invalid', name = 'Erased ' || id, active = false, last_business_id = null,
    password_hash = 'PBKDF2WithHmacSHA512:210000:' || encode(sha256(gen_random_uuid()::text::bytea), 'base64') || ':'
      || encode(sha256(gen_random_uuid()::text::bytea), 'base64'),
    version = version + 1, erased_at = now()
   where id = known.id;
end
$$;
