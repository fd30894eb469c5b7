-- A list of many people is known again by a version, as a record is. To ask every record in it where it stands took as long as
-- reading the list, so that how often something in it changed is counted for each holder, and in the same transaction.
create table guarded.list_change (
  holder text primary key,
  changes bigint not null
);
comment on table guarded.list_change is
  'How often a standing changed that this holder of access may have on a list: counted by a trigger, and never by hand.';
alter table guarded.list_change enable row level security, force row level security;
create policy kept_by_owner on guarded.list_change to current_user using (true) with check (true);

-- The holders in their order, so that two who write at once wait for each other and never both.
create function roundtable.standing_changed() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into guarded.list_change as counted (holder, changes)
  select distinct a.holder, 1
  from written w join roundtable.access a on a.record = w.record
  where a.relationship <> 'team'
  order by a.holder
  on conflict (holder) do update set changes = counted.changes + 1;
  return null;
end
$$;
create trigger standing_began after insert on roundtable.standing
  referencing new table as written for each statement execute function roundtable.standing_changed();
create trigger standing_changed after update on roundtable.standing
  referencing new table as written for each statement execute function roundtable.standing_changed();

create function roundtable.list_version(of_relationships text[]) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text[] := roundtable.holders();
begin
  -- What one covers for in a team is many times one's own list, is not counted, and has no version.
  if mine is null or 'team' = any (of_relationships) then
    return null;
  end if;
  mine := array(select h from unnest(mine) h where h not like 'team:%');
  return (
    select concat_ws(' ',
      (select sum(c.changes) from guarded.list_change c where c.holder = any (mine)),
      (select p.changes from roundtable.policy_change p),
      count(*), bit_xor(hash_record_extended((a.record, a.relationship, a.party, a.sees_as), 0)))
    from roundtable.access a
    where a.holder = any (mine) and a.relationship = any (of_relationships));
end
$$;
comment on function roundtable.list_version(text[]) is
  'Changes whenever the signed-in account''s list of those to whom it stands in one of these ways may have changed; null where that is not known.';
grant execute on function roundtable.list_version(text[]) to roundtable_app;
