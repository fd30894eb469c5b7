-- An end of support can be written down before its day, and so can a worker who comes or goes, or an assessment: from 0012 on
-- only a start waited for its day. Now each of them counts from its own day, and whoever gives or does something reads on until then.

-- As in 0012; nothing bears on access before its day.
create or replace function roundtable.access_rows(of_record uuid)
returns table (account text, team text, party text, relationship text, sees_as text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive
  -- The entries that bear on access; where one was corrected twice, the later correction counts.
  bearing as (
    select e.id, e.on_day, e.number, e.kind, e.body, e.body ->> 'corrects' as corrects
    from roundtable.entry e
    where e.record = of_record
      and e.kind in ('worker', 'assessment-opened', 'assessment-closed', 'support-started', 'support-ended')
  ),
  correction as (
    select distinct on (b.corrects) * from bearing b where b.corrects is not null
    order by b.corrects, b.on_day desc, b.number desc
  ),
  -- Each entry with the one in whose place it stands, and the last of each such chain, which is the one that stands.
  told as (
    select b.id, b.id as root, b.on_day, b.number, 0 as turn, b.kind, b.body from bearing b where b.corrects is null
    union all
    select c.id, t.root, t.on_day, t.number, t.turn + 1, c.kind, c.body from told t join correction c on c.corrects = t.id
  ),
  standing as (select distinct on (root) * from told order by root, turn desc),
  allocated as (
    select last.party
    from (
      select distinct on (s.body ->> 'worker') s.body ->> 'worker' as party, s.body ->> 'event' as event
      from standing s where s.kind = 'worker' and s.on_day <= roundtable.today()
      order by s.body ->> 'worker', s.on_day desc, s.number desc
    ) last
    where last.event = 'allocated'
  ),
  assessing as (
    select o.body ->> 'assessor' as party
    from standing o
    where o.kind = 'assessment-opened' and o.on_day <= roundtable.today() and not exists (
      select from standing c join told a on a.id = c.body ->> 'assessment'
      where c.kind = 'assessment-closed' and c.on_day <= roundtable.today() and a.root = o.root)
  ),
  -- A line keeps its id from one version of the plan to the next, so that it ends by its id whichever version is named.
  giving as (
    select b.body ->> 'provider' as party
    from standing b
    where b.kind = 'support-started' and b.on_day <= roundtable.today() and not exists (
      select from standing e
      where e.kind = 'support-ended' and e.on_day <= roundtable.today() and e.body ->> 'line' = b.body ->> 'line'
        and (e.on_day, e.number) > (b.on_day, b.number))
  ),
  seated as (
    select p.id, p.account, p.role,
      case when p.role in ('attorney', 'deputy') then array[p.id, r.person_party] else array[p.id] end as sees_as
    from roundtable.party p join roundtable.record r on r.id = p.record
    where p.record = of_record and p.account is not null
  )
  select s.account, null::text, s.id,
    case s.role
      when 'person' then 'self'
      when 'social-worker' then 'professional'
      when 'occupational-therapist' then 'professional'
      when 'assessor' then 'professional'
      else s.role
    end,
    s.sees_as
  from seated s where s.role not in ('commissioner', 'provider')
  union
  select s.account, null, s.id, 'worker', s.sees_as
  from seated s where s.id in (select party from allocated union select party from assessing)
  union
  select s.account, null, s.id, 'provider', s.sees_as
  from seated s where s.id in (select party from giving)
  union
  select null, a.team, null, r.relationship, '{}'::text[]
  from allocated w
  join seated s on s.id = w.party
  join roundtable.account a on a.id = s.account and a.team is not null
  cross join (values ('team'), ('manager')) r(relationship)
$$;

drop index roundtable.entry_that_starts;
create index entry_of_access on roundtable.entry (on_day)
  where kind in ('worker', 'assessment-opened', 'assessment-closed', 'support-started', 'support-ended');

-- What comes to its day in between counts from now on; where the day moved back, it does not yet.
create or replace function roundtable.day_is(of_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  was date;
begin
  select d.on_day into strict was from guarded.day d for update;
  if of_day = was then
    return;
  end if;
  update guarded.day set on_day = of_day;
  perform roundtable.rebuild_access(e.record)
  from (
    select distinct s.record from roundtable.entry s
    where s.kind in ('worker', 'assessment-opened', 'assessment-closed', 'support-started', 'support-ended')
      and s.on_day > least(was, of_day) and s.on_day <= greatest(was, of_day)
    order by s.record) e;
end
$$;

-- What was written ahead until now counted at once.
select roundtable.rebuild_access(e.record)
from (
  select distinct s.record from roundtable.entry s
  where s.kind in ('worker', 'assessment-opened', 'assessment-closed', 'support-ended') and s.on_day > roundtable.today()
  order by s.record) e;
