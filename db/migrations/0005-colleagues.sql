-- Who may be given a seat at the table with their sign-in: oneself and colleagues, as what they are, and nothing more.
-- Members of the public are given their sign-in by the owner, once somebody has made sure who they are.

-- Staff of one's own team, and those who deal with money and arranging for all teams.
create function roundtable.colleagues() returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.id order by c.id), '{}')
  from roundtable.account me
  join roundtable.account c
    on c.kind = 'staff' and c.active and c.id <> me.id and (c.team = me.team or c.role in ('finance', 'broker'))
  where me.id = roundtable.actor() and me.kind = 'staff'
$$;
comment on function roundtable.colleagues() is 'The accounts of those with whom the signed-in account works; none for the public.';
grant execute on function roundtable.colleagues() to roundtable_app;

create policy colleagues on roundtable.account for select to roundtable_app
  using (id = any ((select roundtable.colleagues())::text[]));

-- To seat somebody else with their sign-in lets them see the record: that takes the right to decide who works on it.
alter policy added on roundtable.party
  with check (
    exists (
      select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
      where a.record = party.record and p.resource = 'people' and p.action = 'judge')
    and (
      account is null
      or account = (select roundtable.actor())
      or account = any ((select roundtable.colleagues())::text[]) and exists (
        select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
        where a.record = party.record and p.resource = 'people' and p.action = 'decide')));

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
        select from roundtable.account a where a.id = new.account and a.kind = 'staff' and a.active)
      when new.role in ('finance', 'broker') then exists (
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
