-- A provider that gives support is at the table as itself, so that it reports in its own name. A seat alone shows it
-- nothing: it reads a record from when its support starts until it ends.

create or replace function roundtable.colleagues() returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.id order by c.id), '{}')
  from roundtable.account me
  join roundtable.account c
    on c.kind = 'staff' and c.active and c.id <> me.id
      and (c.team = me.team or c.role in ('finance', 'broker', 'provider'))
  where me.id = roundtable.actor() and me.kind = 'staff' and me.role is distinct from 'provider'
$$;
comment on function roundtable.colleagues() is 'The accounts of those with whom the signed-in account works; none for the public, and none for a provider.';

create or replace function roundtable.party_arrives() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.record;
begin
  select * into held from roundtable.record r where r.id = new.record for update;
  if not found or new.number is distinct from held.parties + 1 or new.before is distinct from held.parties_hash then
    raise exception 'the record has moved on' using errcode = 'RT001';
  end if;
  new.id := new.body ->> 'id';
  new.role := new.body ->> 'role';
  if new.role = 'person' then
    raise exception 'a record is about one person' using errcode = 'check_violation';
  end if;
  -- A seat gives what its role gives: nobody sits down as more than they are.
  if new.account is not null and not (
    case
      when new.role in ('social-worker', 'occupational-therapist', 'assessor') then exists (
        select from roundtable.account a
        where a.id = new.account and a.kind = 'staff' and a.active and a.role is distinct from 'provider')
      when new.role in ('finance', 'broker', 'provider') then exists (
        select from roundtable.account a
        where a.id = new.account and a.kind = 'staff' and a.active and a.role = new.role)
      when new.role = 'manager' then new.account = roundtable.actor() and exists (
        select from roundtable.access a
        where a.record = new.record and a.relationship = 'manager' and a.holder = any (roundtable.holders()))
      else false
    end
  ) then
    raise exception 'not a seat for this account' using errcode = 'insufficient_privilege';
  end if;
  update roundtable.record r set parties = new.number, parties_hash = new.hash where r.id = new.record;
  return new;
end
$$;
