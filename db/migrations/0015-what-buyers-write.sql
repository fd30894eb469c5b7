-- What the council's buyers write beyond a ledger's own entries: a contract that was not there before, whose record a reference
-- means, and what a reviewer found who has no sign-in. The database itself asks who is asking, so that the service's own rights
-- are enough. As with every entry, the service makes the hashes (the one text of a value is JavaScript's, see
-- src/record/log-hash.ts) and holds the words to the rules of the file; the database holds who writes, in whose name, as what,
-- and that each link follows from the one before.

-- A contract that was not there before -----------------------------------------------------------------------------

create function roundtable.open_contract(about jsonb, of_parties jsonb, of_entries jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  who text := roundtable.actor();
  new_id text := about ->> 'id';
  chain bytea := (about ->> 'opening')::bytea;
  one jsonb;
  said jsonb;
  numbered integer;
  place record;
begin
  if roundtable.buys() is not true then
    raise exception 'not a buyer' using errcode = 'insufficient_privilege';
  end if;
  insert into roundtable.contract
    (id, name, council, opened_at, opening, head_hash, parties_hash, notes_hash, batches_hash)
  values (new_id, about ->> 'name', about ->> 'council', now(), chain, chain, chain, chain, chain)
  on conflict (id) do nothing;
  if not found then
    return false;
  end if;

  -- Everybody sits down as the account that they are, and as no more; the writer among them.
  for one, numbered in select p.value, p.number from jsonb_array_elements(of_parties) with ordinality p(value, number) loop
    said := one -> 'body';
    if (one ->> 'before')::bytea is distinct from chain or not exists (
      select from roundtable.account a
      where a.id = said ->> 'id' and a.active and a.kind = 'staff' and a.name = said ->> 'name'
        and a.role = said ->> 'role' and a.role in ('commissioner', 'finance', 'provider')
    ) then
      raise exception 'not a seat' using errcode = 'insufficient_privilege';
    end if;
    chain := (one ->> 'hash')::bytea;
    insert into roundtable.contract_party (contract, id, number, body, role, account, before, hash)
    values (new_id, said ->> 'id', numbered, said, said ->> 'role', said ->> 'id', (one ->> 'before')::bytea, chain);
  end loop;
  update roundtable.contract c set parties = numbered, parties_hash = chain where c.id = new_id;

  -- First the award, in the writer's name and with the floor under it; then prices, and nothing else.
  chain := (about ->> 'opening')::bytea;
  for one, numbered in select e.value, e.number from jsonb_array_elements(of_entries) with ordinality e(value, number) loop
    said := one -> 'body';
    if (one ->> 'before')::bytea is distinct from chain or said ->> 'by' is distinct from who or said ? 'corrects'
      or (said ->> 'kind') is distinct from (case numbered when 1 then 'awarded' else 'rate-set' end)
    then
      raise exception 'not an entry with which a contract begins' using errcode = 'insufficient_privilege';
    end if;
    if numbered = 1 and not (
      said -> 'terms' ->> 'floor' = 'sustainable-rate'
      and exists (select from roundtable.contract_party p
        where p.contract = new_id and p.id = said ->> 'provider' and p.role = 'provider')
      and exists (select from roundtable.contract_party p
        where p.contract = new_id and p.id = said ->> 'manager' and p.role <> 'provider')
    ) then
      raise exception 'not an award' using errcode = 'insufficient_privilege';
    end if;
    select * into place from roundtable.place_in_contract(new_id, said);
    chain := (one ->> 'hash')::bytea;
    insert into roundtable.contract_entry
      (contract, number, id, kind, reach, person, on_day, body, written_at, written_by, before, hash)
    values (new_id, numbered, said ->> 'id', said ->> 'kind', place.reach, place.person, (said ->> 'on')::date, said,
      date_trunc('milliseconds', now()), who, (one ->> 'before')::bytea, chain);
  end loop;
  if numbered is null then
    raise exception 'no award' using errcode = 'insufficient_privilege';
  end if;
  update roundtable.contract c set head = numbered, head_hash = chain where c.id = new_id;
  perform roundtable.rebuild_givers(new_id);
  return true;
end
$$;
comment on function roundtable.open_contract is
  'Opens a ledger for a buyer: parties, the award and the prices, each with before and hash. False where a contract of that id is there.';
grant execute on function roundtable.open_contract(jsonb, jsonb, jsonb) to roundtable_app;

-- Who can sit at one: for a buyer, those who buy in whichever room of the council they work, and providers with a sign-in.
create function roundtable.contract_sitters() returns table (id text, name text, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.name, a.role
  from roundtable.account a
  where roundtable.buys() and a.active and a.kind = 'staff' and a.role in ('commissioner', 'finance', 'provider')
  order by a.name, a.id
$$;
comment on function roundtable.contract_sitters is 'For a buyer: the accounts that can be a party of a new contract; nobody for anybody else.';
grant execute on function roundtable.contract_sitters() to roundtable_app;

-- Whose record a reference means -----------------------------------------------------------------------------------

create function roundtable.contract_candidates(of_contract text) returns table (record uuid, parties text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.record, array_agg(distinct p.id)
  from roundtable.contract_party c
  join roundtable.party p on p.account = c.account and p.role = 'provider'
  where roundtable.buys() and c.contract = of_contract and c.role = 'provider'
    and not exists (select from roundtable.contract_person l where l.contract = of_contract and l.record = p.record)
  group by p.record order by p.record
$$;
comment on function roundtable.contract_candidates is
  'For a buyer: records at which a provider of the contract sits, and that are not under it. An address, and nothing that is in them.';
grant execute on function roundtable.contract_candidates(text) to roundtable_app;

-- What the plan has with a provider is worked out by the service from the whole record, of which the buyer sees a reference and
-- these lines. It takes the key that the service sends as a parameter, as whole_record does.
create function roundtable.contract_candidate(of_contract text, of_record uuid, key text)
returns table (person jsonb, policy jsonb, parties jsonb, entries json)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not guarded.has_key('keeper', key) then
    raise exception 'no' using errcode = 'insufficient_privilege';
  end if;
  return query
    select r.person, r.policy,
      (select jsonb_agg(p.body order by p.number) from roundtable.party p where p.record = r.id),
      (select json_agg(e.body order by e.on_day, e.number) from roundtable.entry e where e.record = r.id)
    from roundtable.record r
    where r.id = of_record and exists (
      select from roundtable.contract_candidates(of_contract) c where c.record = of_record);
end
$$;
comment on function roundtable.contract_candidate is 'The whole record of one who could be linked, for the service while a buyer asks.';
grant execute on function roundtable.contract_candidate(text, uuid, text) to roundtable_app;

create function roundtable.contract_people_linked(of_contract text) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.person from roundtable.contract_person l where roundtable.buys() and l.contract = of_contract order by l.person
$$;
comment on function roundtable.contract_people_linked is 'For a buyer: references of a contract that stand for somebody''s record already, and not for whose.';
grant execute on function roundtable.contract_people_linked(text) to roundtable_app;

create function roundtable.link_contract_person(of_contract text, of_person text, of_record uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if roundtable.buys() is not true
    or not exists (select from roundtable.contract_candidates(of_contract) c where c.record = of_record)
    or not exists (
      select from roundtable.contract_entry e
      where e.contract = of_contract and e.kind = 'referred' and e.body ->> 'person' = of_person)
  then
    raise exception 'not theirs to link' using errcode = 'insufficient_privilege';
  end if;
  insert into roundtable.contract_person (contract, person, record) values (of_contract, of_person, of_record);
end
$$;
comment on function roundtable.link_contract_person is
  'Says whose record a reference means: by a buyer, for somebody who was referred, once, and never changed.';
grant execute on function roundtable.link_contract_person(text, text, uuid) to roundtable_app;

-- What a reviewer found ---------------------------------------------------------------------------------------------

create or replace function roundtable.contract_party_arrives() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.contract;
  me roundtable.account;
  stands text[];
begin
  select * into held from roundtable.contract c where c.id = new.contract for update;
  if not found or new.number is distinct from held.parties + 1 or new.before is distinct from held.parties_hash then
    raise exception 'the contract has moved on' using errcode = 'RT001';
  end if;
  new.id := new.body ->> 'id';
  new.role := new.body ->> 'role';
  select * into me from roundtable.account a where a.id = roundtable.actor() and a.active;
  stands := array(
    select distinct a.relationship from roundtable.contract_person l join roundtable.access a on a.record = l.record
    where l.contract = new.contract and a.holder = any (roundtable.holders()));
  if new.role = 'reviewer' then
    -- Somebody who looked again and signs in nowhere: seated by a buyer, under no account's name and under no provider's.
    if roundtable.buys() is not true or new.account is not null
      or exists (select from roundtable.account a where a.id = new.id)
      or exists (
        select from roundtable.contract_party p
        where p.contract = new.contract and p.role = 'provider'
          and regexp_replace(lower(btrim(p.body ->> 'name')), '\s+', ' ', 'g')
            = regexp_replace(lower(btrim(new.body ->> 'name')), '\s+', ' ', 'g'))
    then
      raise exception 'not a seat for a reviewer' using errcode = 'insufficient_privilege';
    end if;
  -- Everybody else sits down as themselves, and as no more than they are.
  elsif new.account is distinct from me.id or new.id is distinct from me.id or new.body ->> 'name' is distinct from me.name
    or not (
    case
      when new.role in ('commissioner', 'finance') then roundtable.buys() and me.role = new.role
      when new.role = 'social-worker' then
        me.kind = 'staff' and me.role = 'social-worker' and stands && array['worker', 'team']
      when new.role = 'manager' then me.kind = 'staff' and me.role = 'manager' and 'manager' = any (stands)
      when new.role in ('advocate', 'attorney', 'deputy') then new.role = any (stands)
      else false
    end
  ) then
    raise exception 'not a seat for this account' using errcode = 'insufficient_privilege';
  end if;
  update roundtable.contract c set parties = new.number, parties_hash = new.hash where c.id = new.contract;
  return new;
end
$$;

alter policy added on roundtable.contract_party
  with check (account = (select roundtable.actor()) or account is null and role = 'reviewer' and (select roundtable.buys()));

-- Adding: as before, and a buyer types in what a reviewer found. Nobody of the council measures again in a name of their own.
alter policy added on roundtable.contract_entry
  with check (
    written_by = (select roundtable.actor())
    and exists (
      select from roundtable.contract_may_add k
      where k.kind = contract_entry.kind
        and k.way = any (roundtable.contract_ways(contract_entry.contract, contract_entry.person)))
    and (
      kind <> 'remeasured' and exists (
        select from roundtable.contract_party p
        where p.contract = contract_entry.contract and p.account = (select roundtable.actor())
          and p.id = contract_entry.body ->> 'by')
      or kind in ('confirmed', 'contested', 'outcome-agreed') and body ->> 'by' = person
        and roundtable.contract_ways(contract_entry.contract, contract_entry.person) && array['worker', 'person']
      or kind = 'remeasured' and (select roundtable.buys())
        and exists (
          select from roundtable.contract_party p
          where p.contract = contract_entry.contract and p.role = 'reviewer'
            and p.id = contract_entry.body ->> 'by')));

-- Through whom the person's word came in ------------------------------------------------------------------------------

create function roundtable.contract_typed_in(of_contract text) returns table (id text, typed_by text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, case a.kind when 'staff' then a.name end
  from roundtable.contract_entry e join roundtable.account a on a.id = e.written_by
  where e.contract = of_contract and e.kind in ('confirmed', 'contested') and e.body ->> 'by' = e.person
    and not exists (
      select from roundtable.contract_person l join roundtable.access x on x.record = l.record
      where l.contract = e.contract and l.person = e.person and x.relationship = 'self'
        and x.holder = 'account:' || e.written_by)
    and (roundtable.buys() or of_contract = any (roundtable.contracts_won())
      or roundtable.contract_ways(of_contract, e.person) <> '{}')
$$;
comment on function roundtable.contract_typed_in is
  'What stands in a person''s name and was written by another account: by whom, where it is one of the staff. For those who may see the entry.';
grant execute on function roundtable.contract_typed_in(text) to roundtable_app;
