-- A link can be mailed to somebody who has no account yet: it shows that he reads mail there, and he goes on signing up.
alter table user_tokens alter user_id drop not null;
alter table user_tokens drop constraint user_tokens_purpose;
alter table user_tokens add constraint user_tokens_purpose
  check (purpose in ('PASSWORD', 'EMAIL', 'SIGN_UP') and (user_id is null) = (purpose = 'SIGN_UP'));
