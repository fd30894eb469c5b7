-- How a talk went opens to the person, to who acts for them and to the manager, whoever sits down at the table later or
-- stands in for somebody: a part of the record of its own, and not a list of names. A concern is raised by whoever may say
-- so; what comes of it stays a professional's part.

-- The same as placeOf in src/record/access.ts; test/log-places.test.ts holds the two together.
create or replace function roundtable.place_of(of_record uuid, said jsonb, out resource text, out action text, out owner text)
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
      -- What is said about a concern or a talk in confidence is not for whoever told it, unless it is theirs as well.
      owner := case
        when target.resource in ('safeguarding', 'heard') then said ->> 'by'
        when target.resource = 'carers-own' or of_kind <> 'dispute' then target.owner
        else said ->> 'by'
      end;
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
  elsif of_kind = 'safeguarding' then
    owner := said ->> 'by';
    if said ->> 'event' <> 'concern' then
      action := 'judge';
    end if;
  elsif of_kind = 'measure' and said ->> 'tool' = 'making-it-real' and said -> 'items' <> '{}'::jsonb and not exists (
    select from jsonb_object_keys(said -> 'items') item
    where item not in ('heard-listened', 'heard-words', 'heard-time', 'heard-wants', 'heard-next')
  ) then
    -- Only where the person wants the worker to read it too does it stand where the worker reads.
    if said #>> '{withheld,exemption}' = 'told to a manager and to the worker' then
      resource := 'challenge';
    else
      resource := 'heard';
      owner := said ->> 'by';
    end if;
  end if;
end
$$;

-- What is there already comes to its place, and then whatever speaks of it, until nothing is left to move. The kinds and
-- their actions are made equal to the code's at every start, after this: what depends on them is written out here.
do $$
begin
  update roundtable.entry e set owner = e.body ->> 'by', action = case when e.body ->> 'event' = 'concern' then 'say' else 'judge' end
  where e.kind = 'safeguarding';
  update roundtable.entry e set resource = p.resource, owner = p.owner
  from roundtable.entry o cross join lateral roundtable.place_of(o.record, o.body) p
  where o.record = e.record and o.number = e.number and e.kind = 'measure' and e.body ->> 'tool' = 'making-it-real'
    and (e.resource, e.owner) is distinct from (p.resource, p.owner);
  loop
    update roundtable.entry e set
      resource = t.resource,
      owner = case when e.kind = 'dispute' or t.resource in ('safeguarding', 'heard') then e.body ->> 'by' else t.owner end
    from roundtable.entry t
    where t.record = e.record and t.resource in ('heard', 'challenge', 'safeguarding')
      and t.id = case
        when e.kind in ('dispute', 'copy', 'note') then e.body ->> 'of'
        when e.kind = 'dispute-answered' then e.body ->> 'dispute'
        when e.kind = 'response' then e.body ->> 'to'
      end
      and (e.resource, e.owner) is distinct from (
        t.resource,
        case when e.kind = 'dispute' or t.resource in ('safeguarding', 'heard') then e.body ->> 'by' else t.owner end);
    exit when not found;
  end loop;
end
$$;
