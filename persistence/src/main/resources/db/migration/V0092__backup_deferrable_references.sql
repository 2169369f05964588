-- A restore of one business replaces rows of many tables in one transaction. In which order they come is no
-- question if references are checked at its end. For everybody else they are checked as before, at once.
do
$$
declare
  reference record;
begin
  for reference in
    select conrelid::regclass as of_table, conname from pg_constraint
     where contype = 'f' and not condeferrable and connamespace = 'public'::regnamespace
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate',
      reference.of_table, reference.conname);
  end loop;
end
$$;
