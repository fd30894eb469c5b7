-- What is said beside a contract's ledger before it counts: new terms that are offered, notice that is given, and where somebody
-- is to go. It is kept with the notes of migration 0007, in their chain. The database holds who may see and say what; an offer that
-- the provider accepts is the one thing that puts a price of the council's into the ledger by the provider's hand, word for word as
-- it was offered.

-- New terms are between the council and the provider that the contract was awarded to; that it ends is for all who stand to it;
-- what concerns one person is for those who stand to that person.
create policy seen_of_terms on roundtable.contract_note for select to roundtable_app
  using (about = 'terms' and contract = any ((select roundtable.contracts_won())::text[]));
create policy seen_of_its_end on roundtable.contract_note for select to roundtable_app
  using (about = 'end' and exists (select from roundtable.contract c where c.id = contract_note.contract));
create policy seen_of_a_person on roundtable.contract_note for select to roundtable_app
  using (about like 'person:%' and roundtable.contract_ways(contract, substr(about, 8)) <> '{}');

create function roundtable.fair_offer(of_contract text, said jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_typeof(said -> 'entries') = 'array' and not exists (
    select from jsonb_array_elements(said -> 'entries') e
    where (e ->> 'kind') is null
      or not (e ->> 'kind' = 'rate-set' and e ->> 'rate' = 'contract' or e ->> 'kind' = 'varied' and not e ? 'person')
      or e ? 'corrects'
      or not exists (
        select from roundtable.contract_party p
        where p.contract = of_contract and p.account = roundtable.actor() and p.id = e ->> 'by'
          and p.role in ('commissioner', 'finance')))
$$;
comment on function roundtable.fair_offer is 'Offered are prices of the contract and terms for everybody, in the name of the buyer who offers them.';
grant execute on function roundtable.fair_offer(text, jsonb) to roundtable_app;

create function roundtable.may_say(of_contract text, of_about text, said jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(case
    when of_about like 'flag:%' then roundtable.buys() or of_contract = any (roundtable.contracts_won())
    when of_about = 'sample' then roundtable.buys()
    when of_about = 'terms' then case said ->> 'kind'
      when 'offered' then roundtable.buys() and roundtable.fair_offer(of_contract, said)
      when 'offer-withdrawn' then roundtable.buys()
      when 'offer-answered' then of_contract = any (roundtable.contracts_won())
      else false end
    when of_about = 'end' then said ->> 'kind' in ('notice', 'notice-withdrawn')
      and (roundtable.buys() or of_contract = any (roundtable.contracts_won()))
    when of_about = 'person:' || (said ->> 'person') then
      exists (
        select from roundtable.contract_entry e
        where e.contract = of_contract and e.kind = 'referred' and e.person = said ->> 'person')
      and case
        when said ->> 'kind' in ('moving', 'move-off') then array['provider', 'giver']
        when said ->> 'kind' = 'next' then array['buyer', 'worker']
        when said ->> 'kind' = 'word' then array['person']
        else '{}' end && roundtable.contract_ways(of_contract, said ->> 'person')
    else false end, false)
$$;
comment on function roundtable.may_say is 'Who may say what beside a contract. What it does not name is denied.';
grant execute on function roundtable.may_say(text, text, jsonb) to roundtable_app;

-- Under a contract people go by a reference: what somebody says of themselves stands in nobody's name.
create or replace function roundtable.contract_note_arrives() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.contract;
begin
  select * into held from roundtable.contract c where c.id = new.contract for update;
  if not found or new.number is distinct from held.notes + 1 or new.before is distinct from held.notes_hash
    or new.written_at is distinct from date_trunc('milliseconds', now()) then
    raise exception 'the contract has moved on' using errcode = 'RT001';
  end if;
  new.name := case
    when new.body ->> 'kind' is distinct from 'word' then (select a.name from roundtable.account a where a.id = roundtable.actor())
    when exists (
      select from roundtable.contract_person l join roundtable.access x on x.record = l.record
      where l.contract = new.contract and l.person = new.body ->> 'person' and x.relationship = 'self'
        and x.holder = any (roundtable.holders())) then 'The person'
    else 'Who acts or speaks for the person' end;
  update roundtable.contract c set notes = new.number, notes_hash = new.hash where c.id = new.contract;
  return new;
end
$$;

alter policy added on roundtable.contract_note
  with check (written_by = (select roundtable.actor()) and roundtable.may_say(contract, about, body));

create function roundtable.terms_accepted(of_contract text, said jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select of_contract = any (roundtable.contracts_won()) and exists (
    select
    from roundtable.contract_note o
    join roundtable.contract_note a
      on a.contract = o.contract and a.about = 'terms' and a.body ->> 'kind' = 'offer-answered'
        and a.body -> 'of' = to_jsonb(o.number)
    where o.contract = of_contract and o.about = 'terms' and o.body ->> 'kind' = 'offered'
      -- In this very transaction, and the first word on it.
      and a.body -> 'accepts' = 'true' and a.written_by = roundtable.actor()
      and a.written_at = date_trunc('milliseconds', now()) and a.body ->> 'on' = said ->> 'on'
      and not exists (
        select from roundtable.contract_note b
        where b.contract = o.contract and b.about = 'terms' and b.number <> a.number and b.body -> 'of' = to_jsonb(o.number))
      and exists (
        select from jsonb_array_elements(o.body -> 'entries') e where e = said - 'id' - 'on'))
$$;
comment on function roundtable.terms_accepted is
  'Is it, word for word, what was offered, and has the provider of the contract just accepted it?';
grant execute on function roundtable.terms_accepted(text, jsonb) to roundtable_app;

-- As before, and what the provider has accepted stands in the name of the buyer who offered it.
alter policy added on roundtable.contract_entry
  with check (
    written_by = (select roundtable.actor())
    and (
      roundtable.terms_accepted(contract, body)
      or exists (
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
              and p.id = contract_entry.body ->> 'by'))));

-- Another provider to whom support may be passed on: the council lets it sit down, and no provider lets in another.
create function roundtable.let_provider_in() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.contract;
begin
  select * into held from roundtable.contract c where c.id = new.contract for update;
  if not found or new.number is distinct from held.parties + 1 or new.before is distinct from held.parties_hash then
    raise exception 'the contract has moved on' using errcode = 'RT001';
  end if;
  if roundtable.buys() is not true or not exists (
    select from roundtable.account a
    where a.id = new.body ->> 'id' and a.active and a.kind = 'staff' and a.role = 'provider' and a.name = new.body ->> 'name')
    or new.account is distinct from new.body ->> 'id'
  then
    raise exception 'not a provider to let in' using errcode = 'insufficient_privilege';
  end if;
  new.id := new.body ->> 'id';
  new.role := 'provider';
  update roundtable.contract c set parties = new.number, parties_hash = new.hash where c.id = new.contract;
  return new;
end
$$;
drop trigger contract_party_arrives on roundtable.contract_party;
create trigger contract_party_arrives before insert on roundtable.contract_party
  for each row when (current_user = 'roundtable_app' and new.body ->> 'role' is distinct from 'provider')
  execute function roundtable.contract_party_arrives();
create trigger provider_arrives before insert on roundtable.contract_party
  for each row when (current_user = 'roundtable_app' and new.body ->> 'role' = 'provider')
  execute function roundtable.let_provider_in();
alter policy added on roundtable.contract_party
  with check (
    account = (select roundtable.actor())
    or account is null and role = 'reviewer' and (select roundtable.buys())
    or role = 'provider' and (select roundtable.buys()));
