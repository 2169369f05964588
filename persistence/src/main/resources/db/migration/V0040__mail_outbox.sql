-- Mail that is to go out. It is queued in the transaction of what it tells, so that it goes out if
-- and only if that has happened. What it says may hold a secret (a link that resets a password), so
-- the content is forgotten once it is delivered, or nobody tries any more.
create table mails (
  id          bigint primary key,
  recipient   text not null,
  subject     text not null,
  body        text,
  page        text,
  created_at  timestamptz not null,
  due_at      timestamptz not null,
  attempts    integer not null,
  sent_at     timestamptz,
  given_up_at timestamptz,
  problem     text,
  constraint mails_forget_their_content
    check ((sent_at is null and given_up_at is null) = (body is not null and page is not null)),
  constraint mails_recipient_is_one_line check (recipient !~ '[[:cntrl:]]'),
  constraint mails_subject_is_one_line check (subject !~ '[[:cntrl:]]')
);
create index mails_due on mails (due_at) where sent_at is null and given_up_at is null;
create index mails_by_time on mails (created_at);

grant select, insert, delete on mails to tradehall_app;
grant update (body, page, due_at, attempts, sent_at, given_up_at, problem) on mails to tradehall_app;
grant select (id, recipient, subject, created_at, due_at, attempts, sent_at, given_up_at, problem)
  on mails to tradehall_platform;
