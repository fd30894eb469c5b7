-- To ask everybody's access anew was most of what a list's version took. Now access is counted like a standing, for every holder of
-- the record that it is about: whoever has locked these rows once in a transaction needs no others later, so that two who write at
-- once wait for each other and never both.

create function guarded.count_lists(of_records uuid[], besides text[]) returns void
language sql volatile set search_path = pg_catalog, pg_temp as $$
  insert into guarded.list_change as counted (holder, changes)
  select h.holder, 1
  from (
    select a.holder from roundtable.access a where a.record = any (of_records) and a.relationship <> 'team'
    union
    select b from unnest(besides) b) h
  order by h.holder
  on conflict (holder) do update set changes = counted.changes + 1
$$;
comment on function guarded.count_lists(uuid[], text[]) is
  'Counts that something changed on the lists of everybody who holds access to these records, and of those who did until now.';

create or replace function roundtable.standing_changed() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guarded.count_lists(array(select w.record from written w), '{}');
  return null;
end
$$;

create function roundtable.access_changed() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform guarded.count_lists(
    array(select distinct w.record from written w),
    array(select distinct w.holder from written w where w.relationship <> 'team'));
  return null;
end
$$;
create trigger access_came after insert on roundtable.access
  referencing new table as written for each statement execute function roundtable.access_changed();
create trigger access_went after delete on roundtable.access
  referencing old table as written for each statement execute function roundtable.access_changed();
create trigger access_changed after update on roundtable.access
  referencing new table as written for each statement execute function roundtable.access_changed();

create or replace function roundtable.list_version(of_relationships text[]) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text[] := roundtable.holders();
begin
  -- What one covers for in a team is many times one's own list, is not counted, and has no version.
  if mine is null or 'team' = any (of_relationships) then
    return null;
  end if;
  -- By its name each, since a manager of another team has another list.
  return (
    select concat_ws(' ', (select p.changes from roundtable.policy_change p), mine,
      (select string_agg(c.changes::text, ' ' order by c.holder) from guarded.list_change c where c.holder = any (mine))));
end
$$;
