-- What happens when an entry, a party or a look arrives. What the service's role adds is placed, numbered and dated
-- here, whatever the statement said; imports and restores run as the owner and are checked by `verify`.

-- The same as placeOf in src/record/access.ts; test/log-places.test.ts holds the two together.
create function roundtable.place_of(of_record uuid, said jsonb, out resource text, out action text, out owner text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_kind text := said ->> 'kind';
  spoken_of text := case
    when of_kind in ('dispute', 'copy', 'note') then said ->> 'of'
    when of_kind = 'dispute-answered' then said ->> 'dispute'
    when of_kind = 'response' then said ->> 'to'
  end;
  target roundtable.entry;
begin
  select k.resource, k.action into strict resource, action from roundtable.kind_access k where k.kind = of_kind;
  if spoken_of is not null then
    select * into target from roundtable.entry e where e.record = of_record and e.id = spoken_of;
    if found then
      resource := target.resource;
      owner := case when target.resource = 'carers-own' or of_kind <> 'dispute' then target.owner else said ->> 'by' end;
      return;
    end if;
  end if;
  owner := case
    when of_kind = 'assessment-opened' and said ->> 'of' = 'carer' then said ->> 'subject'
    when of_kind in ('assessment-closed', 'eligibility') then (
      select e.body ->> 'subject' from roundtable.entry e
      where e.record = of_record and e.id = said ->> 'assessment'
        and e.kind = 'assessment-opened' and e.body ->> 'of' = 'carer')
    when of_kind = 'need' then said ->> 'of'
    when of_kind = 'statement' and exists (select from roundtable.carer_topic t where t.topic = said ->> 'topic')
      then coalesce(said ->> 'about', said ->> 'said-by')
  end;
  if owner is not null then
    resource := 'carers-own';
  elsif of_kind = 'statement' then
    owner := said ->> 'said-by';
  end if;
end
$$;
comment on function roundtable.place_of is 'Where an entry belongs, what it takes to add it, and whose own it is.';

create function roundtable.day_of(moment text) returns date
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when length(moment) = 10 then moment::date else (moment::timestamptz at time zone 'Europe/London')::date end
$$;
comment on function roundtable.day_of is 'The day in London of a date, or of a moment with an offset.';

create function roundtable.access_rows(of_record uuid)
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
      from standing s where s.kind = 'worker'
      order by s.body ->> 'worker', s.on_day desc, s.number desc
    ) last
    where last.event = 'allocated'
  ),
  assessing as (
    select o.body ->> 'assessor' as party
    from standing o
    where o.kind = 'assessment-opened' and not exists (
      select from standing c join told a on a.id = c.body ->> 'assessment'
      where c.kind = 'assessment-closed' and a.root = o.root)
  ),
  -- A line keeps its id from one version of the plan to the next, so that it ends by its id whichever version is named.
  giving as (
    select b.body ->> 'provider' as party
    from standing b
    where b.kind = 'support-started' and not exists (
      select from standing e
      where e.kind = 'support-ended' and e.body ->> 'line' = b.body ->> 'line'
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
comment on function roundtable.access_rows is
  'Who stands how to a record, from its parties and entries. The same as accessRows in src/record/standing.ts; tests hold the two together.';

create function roundtable.rebuild_access(of_record uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from roundtable.record r where r.id = of_record for update;
  delete from roundtable.access a
  where a.record = of_record and not exists (
    select from roundtable.access_rows(of_record) n
    where (n.account, n.team, n.party, n.relationship, n.sees_as)
      is not distinct from (a.account, a.team, a.party, a.relationship, a.sees_as));
  insert into roundtable.access (record, account, team, party, relationship, sees_as)
  select of_record, n.account, n.team, n.party, n.relationship, n.sees_as from roundtable.access_rows(of_record) n
  on conflict do nothing;
end
$$;

create function roundtable.entry_arrives() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.record;
  place record;
  corrected roundtable.entry;
begin
  select * into held from roundtable.record r where r.id = new.record for update;
  if not found or new.number is distinct from held.head + 1 or new.before is distinct from held.head_hash
    or new.written_at is distinct from date_trunc('milliseconds', now()) then
    raise exception 'the record has moved on' using errcode = 'RT001';
  end if;
  new.id := new.body ->> 'id';
  new.kind := new.body ->> 'kind';
  new.on_day := roundtable.day_of(new.body ->> 'on');
  new.withheld_from := array(select jsonb_array_elements_text(new.body #> '{withheld,from}'));
  select * into place from roundtable.place_of(new.record, new.body);
  new.resource := place.resource;
  new.action := place.action;
  new.owner := place.owner;
  -- To put a correction in the place of somebody else's words takes a professional's part in it.
  if new.body ? 'corrects' then
    select * into corrected from roundtable.entry e where e.record = new.record and e.id = new.body ->> 'corrects';
    if not found or corrected.kind <> new.kind or not exists (
      select from roundtable.access a
      where a.record = new.record and a.holder = any (roundtable.holders()) and (
        a.party in (corrected.body ->> 'by', corrected.body ->> 'said-by')
        or exists (
          select from roundtable.policy p
          where p.relationship = a.relationship and p.resource = corrected.resource and p.action = 'judge'))
    ) then
      raise exception 'may not be corrected by this account' using errcode = 'insufficient_privilege';
    end if;
  end if;
  update roundtable.record r set head = new.number, head_hash = new.hash, changed_in = pg_current_xact_id()
  where r.id = new.record;
  return new;
end
$$;

create function roundtable.entry_arrived() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into roundtable.withheld (record, number, party, on_day, exemption, why)
  select distinct new.record, new.number, party, new.on_day, new.body #>> '{withheld,exemption}', new.body #>> '{withheld,why}'
  from unnest(new.withheld_from) party;
  if new.kind in ('worker', 'assessment-opened', 'assessment-closed', 'support-started', 'support-ended') then
    perform roundtable.rebuild_access(new.record);
  end if;
  return null;
end
$$;

create function roundtable.party_arrives() returns trigger
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
  update roundtable.record r set parties = new.number, parties_hash = new.hash where r.id = new.record;
  return new;
end
$$;

create function roundtable.party_arrived() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform roundtable.rebuild_access(new.record);
  return null;
end
$$;

create function roundtable.look_arrives() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.account := roundtable.actor();
  new.name := (select a.name from roundtable.account a where a.id = new.account);
  new.at := clock_timestamp();
  return new;
end
$$;

create trigger entry_arrives before insert on roundtable.entry
  for each row when (current_user = 'roundtable_app') execute function roundtable.entry_arrives();
create trigger entry_arrived after insert on roundtable.entry
  for each row when (current_user = 'roundtable_app') execute function roundtable.entry_arrived();
create trigger party_arrives before insert on roundtable.party
  for each row when (current_user = 'roundtable_app') execute function roundtable.party_arrives();
create trigger party_arrived after insert on roundtable.party
  for each row when (current_user = 'roundtable_app') execute function roundtable.party_arrived();
create trigger look_arrives before insert on roundtable.look
  for each row when (current_user = 'roundtable_app') execute function roundtable.look_arrives();

-- Before adding: the record is held, so that whoever comes second waits and then learns what came in between.
create function roundtable.hold_record(of_record uuid, of_key text)
returns table (
  head integer, head_hash bytea, parties integer, parties_hash bytea, written_at timestamptz, actor text,
  sent_head integer, sent_digest bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.record;
  who text := roundtable.actor();
begin
  if not exists (
    select from roundtable.access a where a.record = of_record and a.holder = any (roundtable.holders())
  ) then
    return;
  end if;
  select * into held from roundtable.record r where r.id = of_record for update;
  return query
    select held.head, held.head_hash, held.parties, held.parties_hash, date_trunc('milliseconds', now()), who,
      s.head, s.digest
    from (values (1)) one left join roundtable.submission s
      on s.record = of_record and s.account = who and s.key = of_key;
end
$$;
comment on function roundtable.hold_record is 'Locks a record for adding to it, for somebody who stands to it in some way.';
grant execute on function roundtable.hold_record(uuid, text) to roundtable_app;

create function guarded.has_key(of_name text, key text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from guarded.capability c where c.name = of_name and c.hash = sha256(convert_to(key, 'UTF8')))
$$;

-- The standing is worked out from the whole record by the service, also where the writer sees only part of it. It takes
-- a key that the service holds and sends as a parameter, so that no text that gets into a statement can do the same, and
-- a transaction that has just added to this record.
create function roundtable.whole_record(of_record uuid, key text)
returns table (head integer, person jsonb, policy jsonb, parties jsonb, entries json)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not guarded.has_key('keeper', key) then
    raise exception 'no' using errcode = 'insufficient_privilege';
  end if;
  return query
    select r.head, r.person, r.policy,
      (select jsonb_agg(jsonb_build_object('body', p.body, 'account', p.account) order by p.number)
       from roundtable.party p where p.record = r.id),
      (select json_agg(e.body order by e.on_day, e.number) from roundtable.entry e where e.record = r.id)
    from roundtable.record r
    where r.id = of_record and r.changed_in = pg_current_xact_id();
end
$$;
grant execute on function roundtable.whole_record(uuid, text) to roundtable_app;

create function roundtable.keep_standing(of_record uuid, key text, row_of roundtable.standing) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not guarded.has_key('keeper', key) or row_of.record is distinct from of_record or not exists (
    select from roundtable.record r where r.id = of_record and r.changed_in = pg_current_xact_id()
  ) then
    raise exception 'no' using errcode = 'insufficient_privilege';
  end if;
  insert into roundtable.standing select row_of.*
  on conflict (record) do update set
    head = excluded.head, person_name = excluded.person_name, stage = excluded.stage, worker = excluded.worker, last_on = excluded.last_on,
    open_disputes = excluded.open_disputes, waiting_since = excluded.waiting_since;
end
$$;
grant execute on function roundtable.keep_standing(uuid, text, roundtable.standing) to roundtable_app;
