-- A key may do less than the member for whom it works, and may end by itself. Those made before may
-- do what the member may, and do not end.
alter table api_keys
  add column permissions text,
  add column expires_at timestamptz;
