-- Up to which amount somebody in a role may approve expenses, in the currency of the business; null for any.
alter table roles
  add column expense_limit numeric(19, 4),
  add constraint roles_expense_limit_is_not_negative check (expense_limit >= 0);
grant update (expense_limit) on roles to tradehall_app;
