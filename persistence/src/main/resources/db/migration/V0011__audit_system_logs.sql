-- Who did what. Written in the transaction of the deed; append-only; outlives what it speaks of,
-- therefore it refers to entities by value, not by foreign key.
create table system_logs (
  business_id bigint not null references businesses (id),
  id          bigint not null,
  recorded_at timestamptz not null,
  user_id     bigint not null references users (id),
  action      text not null,
  entity      text not null,
  entity_id   bigint not null,
  detail      text not null,
  primary key (business_id, id),
  constraint system_logs_detail_is_a_json_object check (jsonb_typeof(detail::jsonb) = 'object')
);
create index system_logs_by_entity on system_logs (business_id, entity_id);
call protect_business_table('system_logs');
