-- Contracts that pay for outcomes, as ledgers like records: numbered entries, each chained to the one before, only ever
-- added to. People are known in a contract by a reference alone; which record a reference means is told by a table of its
-- own, and only to those who may see that record.

create table roundtable.contract (
  id text primary key check (length(id) between 1 and 200),
  name text not null check (length(name) >= 1),
  council text not null check (length(council) >= 1),
  provider text check (length(provider) between 1 and 200),
  provider_account text references roundtable.account,
  opened_at timestamptz(3) not null,
  opening bytea not null check (length(opening) = 32),
  head integer not null default 0 check (head >= 0),
  head_hash bytea not null check (length(head_hash) = 32),
  parties integer not null default 0 check (parties >= 0),
  parties_hash bytea not null check (length(parties_hash) = 32),
  notes integer not null default 0 check (notes >= 0),
  notes_hash bytea not null check (length(notes_hash) = 32),
  batches integer not null default 0 check (batches >= 0),
  batches_hash bytea not null check (length(batches_hash) = 32)
);
comment on table roundtable.contract is 'One contract: what it is called, and where its ledger stands.';
comment on column roundtable.contract.provider is 'The party to which it was awarded, from the ledger.';
comment on column roundtable.contract.provider_account is 'With what that party signs in: made from contract_party by rebuild_givers.';
create index contract_of_provider on roundtable.contract (provider_account);

create table roundtable.contract_party (
  contract text not null references roundtable.contract,
  id text not null check (length(id) between 1 and 200),
  number integer not null check (number > 0),
  body jsonb not null check (jsonb_typeof(body) = 'object' and body ->> 'id' = id),
  role text not null,
  account text references roundtable.account,
  before bytea not null check (length(before) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (contract, id),
  unique (contract, number)
);
comment on table roundtable.contract_party is 'Those who act under a contract. Chained like the entries; the account is outside the chain.';

create table roundtable.contract_entry (
  contract text not null references roundtable.contract,
  number integer not null check (number > 0),
  id text not null check (length(id) between 1 and 200),
  kind text not null,
  reach text not null check (reach in ('terms', 'money', 'list', 'person')),
  person text,
  on_day date not null,
  body jsonb not null check (jsonb_typeof(body) = 'object' and body ->> 'id' = id and body ->> 'kind' = kind),
  written_at timestamptz(3) not null,
  written_by text references roundtable.account,
  before bytea not null check (length(before) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (contract, number),
  unique (contract, id)
);
create index contract_entry_of_person on roundtable.contract_entry (contract, person) where person is not null;
comment on table roundtable.contract_entry is 'The ledger. The service''s role may add and read; nobody may change or remove.';
comment on column roundtable.contract_entry.body is 'The entry as in a contract file, money in pounds.';
comment on column roundtable.contract_entry.reach is 'Who sees it: placeInContract in src/commissioning/contracts/place.ts.';
comment on column roundtable.contract_entry.person is 'The reference of the person whom it concerns.';

create table roundtable.contract_person (
  contract text not null references roundtable.contract,
  person text not null check (length(person) between 1 and 200),
  record uuid not null references roundtable.record,
  primary key (contract, person),
  unique (contract, record)
);
create index contract_person_of_record on roundtable.contract_person (record);
comment on table roundtable.contract_person is 'Whose record a reference in a contract means. Seen only by those who may see the record.';

create table roundtable.contract_giver (
  contract text not null references roundtable.contract,
  person text not null,
  party text not null,
  account text not null references roundtable.account,
  primary key (contract, person, party)
);
create index contract_giver_of_account on roundtable.contract_giver (account, contract, person);
comment on table roundtable.contract_giver is 'Which providers support whom, down the chain of subcontracts as it stands. Made from the ledger; never written by hand.';

create table roundtable.contract_note (
  contract text not null references roundtable.contract,
  number integer not null check (number > 0),
  about text not null check (length(about) between 1 and 200),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  written_at timestamptz(3) not null,
  written_by text not null references roundtable.account,
  name text not null,
  before bytea not null check (length(before) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (contract, number)
);
comment on table roundtable.contract_note is
  'What was said about a flag (about flag:creaming), and samples drawn to be measured again (about sample). Beside the ledger: it changes no payment.';

create table roundtable.contract_submission (
  contract text not null references roundtable.contract,
  account text not null references roundtable.account,
  key text not null check (length(key) between 1 and 255),
  digest bytea not null check (length(digest) = 32),
  head integer not null,
  at timestamptz(3) not null default now(),
  primary key (contract, account, key)
);
comment on table roundtable.contract_submission is 'What was sent with a key, so that the same form sent twice has one effect and one answer.';

create table roundtable.contract_may_add (
  kind text not null,
  way text not null,
  primary key (kind, way)
);
comment on table roundtable.contract_may_add is 'Who may add which kind of entry: MAY_ADD in src/commissioning/contracts/ways.ts.';
insert into roundtable.contract_may_add
select kind, unnest(string_to_array(ways, ' '))
from (values
  ('rate-set', 'buyer'), ('referred', 'buyer worker'), ('accepted', 'provider giver'), ('declined', 'provider giver'),
  ('outcome-agreed', 'worker person'), ('delivered', 'provider giver'), ('claimed', 'provider giver'),
  ('confirmed', 'worker person'), ('contested', 'provider giver worker person'), ('excluded', 'buyer worker'),
  ('remeasured', 'buyer'), ('subcontracted', 'provider giver'), ('challenged', 'worker'),
  ('answered', 'buyer worker provider giver'), ('varied', 'buyer worker'), ('handed-back', 'provider giver'),
  ('settled', 'buyer'), ('paid', 'buyer'), ('adjusted', 'buyer'), ('ended', 'buyer')) v(kind, ways);

-- Visits: tens of millions, so they have a table of their own, a part for each month. What one file or form brought in is a
-- batch, and the batch has the digest of its visits in a chain.
create table roundtable.visit_batch (
  contract text not null references roundtable.contract,
  number integer not null check (number > 0),
  name text not null check (length(name) between 1 and 300),
  visits integer not null check (visits >= 0),
  digest bytea not null check (length(digest) = 32),
  written_at timestamptz(3) not null,
  written_by text references roundtable.account,
  changed_in xid8,
  before bytea not null check (length(before) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (contract, number)
);
comment on table roundtable.visit_batch is 'One file of visits, or one visit typed in: who brought it, and the digest of what was in it.';

create table roundtable.visit (
  contract text not null,
  person text not null,
  day date not null,
  visit text not null check (length(visit) between 1 and 200),
  turn smallint not null default 0 check (turn >= 0),
  service text not null,
  line text not null,
  worker text not null,
  planned_start timestamptz(0) not null,
  planned_end timestamptz(0) not null,
  started timestamptz(0),
  ended timestamptz(0),
  state text not null check (state in ('made', 'missed', 'cancelled', 'no-log')),
  agreed smallint not null default 0 check (agreed between 0 and 1440),
  why text check (length(why) between 1 and 2000),
  batch integer not null,
  primary key (contract, visit, turn, day),
  check (planned_end > planned_start),
  check (ended >= started),
  check ((state = 'made') = (started is not null and ended is not null)),
  check ((turn > 0) = (why is not null))
) partition by range (day);
create index visit_of_person on roundtable.visit (contract, person, day);
create index visit_of_worker on roundtable.visit (contract, worker, day);
comment on table roundtable.visit is 'One visit, as planned and as logged. Only added to: turn 1, 2 ... put right what was logged, with why.';
comment on column roundtable.visit.day is 'The day in London on which it was to begin.';

create function guarded.make_visit_month(first date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  part text := 'visit_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('roundtable.' || part) is not null then
    return;
  end if;
  -- Two files for a month that nobody has brought visits of yet.
  perform pg_advisory_xact_lock(hashtextextended('roundtable/' || part, 0));
  if to_regclass('roundtable.' || part) is not null then
    return;
  end if;
  execute format('create table roundtable.%I partition of roundtable.visit for values from (%L) to (%L)',
    part, first, (first + interval '1 month')::date);
  execute format('comment on table roundtable.%I is %L', part, 'The visits of ' || to_char(first, 'FMMonth YYYY') || '.');
  execute format('alter table roundtable.%I enable row level security, force row level security', part);
  execute format('create policy kept_by_owner on roundtable.%I to current_user using (true) with check (true)', part);
end
$$;

-- Who is asking ---------------------------------------------------------------------------------------------------

create function roundtable.buys() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from roundtable.account a
    where a.id = roundtable.actor() and a.kind = 'staff' and a.role in ('commissioner', 'finance'))
$$;
comment on function roundtable.buys() is 'Is the signed-in account the council''s commissioning or finance?';
grant execute on function roundtable.buys() to roundtable_app;

create function roundtable.contracts_won() returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(c.id), '{}') from roundtable.contract c where c.provider_account = roundtable.actor()
$$;
comment on function roundtable.contracts_won() is 'The contracts that were awarded to the signed-in account.';
grant execute on function roundtable.contracts_won() to roundtable_app;

create function roundtable.contract_ways(of_contract text, of_person text) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as (select roundtable.actor() as id, roundtable.holders() as holders),
  stands as (
    select a.relationship
    from me, roundtable.contract_person l join roundtable.access a on a.record = l.record
    where l.contract = of_contract and (of_person is null or l.person = of_person) and a.holder = any (me.holders))
  select array_remove(array[
    case when roundtable.buys() then 'buyer' end,
    case when exists (
      select from me, roundtable.contract c where c.id = of_contract and c.provider_account = me.id) then 'provider' end,
    case when exists (
      select from me, roundtable.contract_giver g
      where g.contract = of_contract and (of_person is null or g.person = of_person) and g.account = me.id) then 'giver' end,
    case when exists (select from stands where relationship in ('worker', 'team', 'manager')) then 'worker' end,
    case when exists (select from stands where relationship in ('self', 'attorney', 'deputy', 'advocate')) then 'person' end
  ], null)
$$;
comment on function roundtable.contract_ways is 'How the signed-in account stands to one person under a contract, or to anybody under it where none is named.';
grant execute on function roundtable.contract_ways(text, text) to roundtable_app;

-- What happens when something arrives -----------------------------------------------------------------------------

create function roundtable.place_in_contract(of_contract text, said jsonb, out reach text, out person text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_kind text := said ->> 'kind';
  spoken_of text := case
    when of_kind in ('accepted', 'declined') then said ->> 'referral'
    when of_kind in ('claimed', 'confirmed', 'excluded') then said ->> 'outcome'
    when of_kind in ('contested', 'answered') then said ->> 'of'
  end;
begin
  reach := case
    when of_kind in ('awarded', 'rate-set', 'ended') then 'terms'
    when of_kind in ('settled', 'paid', 'adjusted') then 'money'
    when of_kind = 'subcontracted' then 'list'
    when of_kind = 'varied' and said ->> 'person' is null then 'terms'
    else 'person'
  end;
  if reach <> 'person' then
    return;
  end if;
  if spoken_of is null then
    person := said ->> 'person';
  else
    select e.person into person from roundtable.contract_entry e where e.contract = of_contract and e.id = spoken_of;
  end if;
end
$$;
comment on function roundtable.place_in_contract is 'The same as placeInContract in src/commissioning/contracts/place.ts; a test holds the two together.';

create function roundtable.givers_of(of_contract text) returns table (person text, party text, account text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive
  said as (
    select e.id, e.number, e.kind, e.body, e.body ->> 'corrects' as corrects
    from roundtable.contract_entry e where e.contract = of_contract and e.kind in ('referred', 'subcontracted')
  ),
  -- Each with the one in whose place it stands, as foldContract does: a correction keeps the first one's place.
  told as (
    select s.id, s.number as root, s.number, s.kind, s.body from said s where s.corrects is null
    union all
    select s.id, t.root, s.number, s.kind, s.body from told t join said s on s.corrects = t.id
  ),
  standing as (select distinct on (root) * from told order by root, number desc),
  link as (
    select distinct on (s.body ->> 'from', p.person) s.body ->> 'from' as giver, s.body ->> 'to' as taker, p.person
    from standing s cross join lateral jsonb_array_elements_text(s.body -> 'people') p(person)
    where s.kind = 'subcontracted'
    order by s.body ->> 'from', p.person, s.root desc
  ),
  chain as (
    select distinct s.body ->> 'person' as person, c.provider as party, array[c.provider] as passed
    from standing s join roundtable.contract c on c.id = of_contract
    where s.kind = 'referred' and c.provider is not null
    union all
    select c.person, l.taker, c.passed || l.taker
    from chain c join link l on l.giver = c.party and l.person = c.person
    where l.taker <> all (c.passed)
  )
  select distinct c.person, c.party, p.account
  from chain c join roundtable.contract_party p on p.contract = of_contract and p.id = c.party
  where p.account is not null
$$;

create function roundtable.rebuild_givers(of_contract text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  update roundtable.contract c set
    provider = (select e.body ->> 'provider' from roundtable.contract_entry e
      where e.contract = of_contract and e.kind = 'awarded' order by e.number limit 1)
  where c.id = of_contract;
  update roundtable.contract c set
    provider_account = (select p.account from roundtable.contract_party p where p.contract = of_contract and p.id = c.provider)
  where c.id = of_contract;
  delete from roundtable.contract_giver g where g.contract = of_contract;
  insert into roundtable.contract_giver (contract, person, party, account)
  select of_contract, n.person, n.party, n.account from roundtable.givers_of(of_contract) n;
end
$$;

create function roundtable.contract_entry_arrives() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.contract;
  place record;
  corrected roundtable.contract_entry;
begin
  select * into held from roundtable.contract c where c.id = new.contract for update;
  if not found or new.number is distinct from held.head + 1 or new.before is distinct from held.head_hash
    or new.written_at is distinct from date_trunc('milliseconds', now()) then
    raise exception 'the contract has moved on' using errcode = 'RT001';
  end if;
  new.id := new.body ->> 'id';
  new.kind := new.body ->> 'kind';
  new.on_day := (new.body ->> 'on')::date;
  select * into place from roundtable.place_in_contract(new.contract, new.body);
  new.reach := place.reach;
  new.person := place.person;
  if new.reach = 'person' and new.person is null then
    raise exception 'it concerns nobody under this contract' using errcode = 'insufficient_privilege';
  end if;
  -- What others wrote is put right by them, or by the council that answers for the contract.
  if new.body ? 'corrects' then
    select * into corrected from roundtable.contract_entry e
    where e.contract = new.contract and e.id = new.body ->> 'corrects';
    if not found or corrected.kind <> new.kind or corrected.person is distinct from new.person
      or not (corrected.body ->> 'by' = new.body ->> 'by' or roundtable.buys()) then
      raise exception 'may not be corrected by this account' using errcode = 'insufficient_privilege';
    end if;
  end if;
  update roundtable.contract c set head = new.number, head_hash = new.hash where c.id = new.contract;
  return new;
end
$$;

create function roundtable.contract_entry_arrived() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.kind in ('awarded', 'referred', 'subcontracted') then
    perform roundtable.rebuild_givers(new.contract);
  end if;
  return null;
end
$$;

create function roundtable.contract_party_arrives() returns trigger
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
  -- Everybody sits down as themselves, and as no more than they are.
  if new.account is distinct from me.id or new.id is distinct from me.id or new.body ->> 'name' is distinct from me.name
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

create function roundtable.contract_note_arrives() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.contract;
begin
  select * into held from roundtable.contract c where c.id = new.contract for update;
  if not found or new.number is distinct from held.notes + 1 or new.before is distinct from held.notes_hash
    or new.written_at is distinct from date_trunc('milliseconds', now()) then
    raise exception 'the contract has moved on' using errcode = 'RT001';
  end if;
  new.name := (select a.name from roundtable.account a where a.id = roundtable.actor());
  update roundtable.contract c set notes = new.number, notes_hash = new.hash where c.id = new.contract;
  return new;
end
$$;

create function roundtable.visit_batch_arrives() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.contract;
begin
  select * into held from roundtable.contract c where c.id = new.contract for update;
  if not found or new.number is distinct from held.batches + 1 or new.before is distinct from held.batches_hash
    or new.written_at is distinct from date_trunc('milliseconds', now()) then
    raise exception 'the contract has moved on' using errcode = 'RT001';
  end if;
  new.changed_in := pg_current_xact_id();
  update roundtable.contract c set batches = new.number, batches_hash = new.hash where c.id = new.contract;
  return new;
end
$$;

create trigger contract_entry_arrives before insert on roundtable.contract_entry
  for each row when (current_user = 'roundtable_app') execute function roundtable.contract_entry_arrives();
create trigger contract_entry_arrived after insert on roundtable.contract_entry
  for each row when (current_user = 'roundtable_app') execute function roundtable.contract_entry_arrived();
create trigger contract_party_arrives before insert on roundtable.contract_party
  for each row when (current_user = 'roundtable_app') execute function roundtable.contract_party_arrives();
create trigger contract_note_arrives before insert on roundtable.contract_note
  for each row when (current_user = 'roundtable_app') execute function roundtable.contract_note_arrives();
create trigger visit_batch_arrives before insert on roundtable.visit_batch
  for each row when (current_user = 'roundtable_app') execute function roundtable.visit_batch_arrives();

create function roundtable.hold_contract(of_contract text, of_key text)
returns table (
  head integer, head_hash bytea, parties integer, parties_hash bytea, notes integer, notes_hash bytea,
  batches integer, batches_hash bytea, written_at timestamptz, actor text, actor_name text, sent_head integer, sent_digest bytea)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  held roundtable.contract;
  who text := roundtable.actor();
begin
  if roundtable.contract_ways(of_contract, null) = '{}' then
    return;
  end if;
  select * into held from roundtable.contract c where c.id = of_contract for update;
  return query
    select held.head, held.head_hash, held.parties, held.parties_hash, held.notes, held.notes_hash,
      held.batches, held.batches_hash, date_trunc('milliseconds', now()), who,
      (select a.name from roundtable.account a where a.id = who), s.head, s.digest
    from (values (1)) one left join roundtable.contract_submission s
      on s.contract = of_contract and s.account = who and s.key = of_key
    where held.id is not null;
end
$$;
comment on function roundtable.hold_contract is 'Locks a contract for adding to it, for somebody who stands to it in some way.';
grant execute on function roundtable.hold_contract(text, text) to roundtable_app;

-- A person is told who supports them, and their worker too: the links of the chain, with nobody else in them and no price.
create function roundtable.contract_links(of_contract text) returns table (number integer, body jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as (select roundtable.actor() as id, roundtable.holders() as holders),
  mine as (
    select l.person from me, roundtable.contract_person l join roundtable.access a on a.record = l.record
    where l.contract = of_contract and a.holder = any (me.holders)
      and a.relationship in ('self', 'attorney', 'deputy', 'advocate', 'worker', 'professional', 'team', 'manager')
    union
    select g.person from me, roundtable.contract_giver g where g.contract = of_contract and g.account = me.id)
  select e.number, jsonb_set(e.body - 'rates', '{people}', seen.people)
  from roundtable.contract_entry e
  cross join lateral (
    select jsonb_agg(p.person order by p.at) as people
    from jsonb_array_elements_text(e.body -> 'people') with ordinality p(person, at)
    where p.person in (select person from mine)) seen
  where e.contract = of_contract and e.kind = 'subcontracted' and seen.people is not null
$$;
grant execute on function roundtable.contract_links(text) to roundtable_app;

-- A part for each month from one day to another, for whoever brings visits of these days.
create function roundtable.ready_for_visits(of_contract text, first date, last date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  at date;
begin
  if not (roundtable.contract_ways(of_contract, null) && array['buyer', 'provider', 'giver']) then
    raise exception 'not theirs' using errcode = 'insufficient_privilege';
  end if;
  if first < date '2015-01-01' or last > date '2100-01-01' or last - first > 1500 then
    raise exception 'no such days' using errcode = 'check_violation';
  end if;
  for at in select generate_series(date_trunc('month', first), last, interval '1 month')::date loop
    perform guarded.make_visit_month(at);
  end loop;
end
$$;
grant execute on function roundtable.ready_for_visits(text, date, date) to roundtable_app;

-- Who sees and adds what ------------------------------------------------------------------------------------------

do $$
declare
  of_table text;
begin
  foreach of_table in array array[
    'contract', 'contract_party', 'contract_entry', 'contract_person', 'contract_giver', 'contract_note',
    'contract_submission', 'contract_may_add', 'visit_batch', 'visit'
  ] loop
    execute format('alter table roundtable.%I enable row level security, force row level security', of_table);
    execute format('create policy kept_by_owner on roundtable.%I to current_user using (true) with check (true)', of_table);
    if of_table <> 'contract_submission' then
      execute format('grant select on roundtable.%I to roundtable_app', of_table);
    end if;
  end loop;
end
$$;

create policy open on roundtable.contract_may_add for select to roundtable_app using (true);

create policy own on roundtable.contract_giver for select to roundtable_app
  using (account = (select roundtable.actor()));

create policy seen on roundtable.contract_person for select to roundtable_app
  using (exists (
    select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
    where a.record = contract_person.record and p.resource = 'people' and p.action = 'read'));

create policy seen on roundtable.contract for select to roundtable_app
  using (
    (select roundtable.buys())
    or provider_account = (select roundtable.actor())
    or exists (select from roundtable.contract_giver g where g.contract = contract.id)
    or exists (
      select from roundtable.contract_person l join roundtable.access a on a.record = l.record
      where l.contract = contract.id
        and a.relationship in ('self', 'attorney', 'deputy', 'advocate', 'worker', 'professional', 'team', 'manager')));

create policy seen on roundtable.contract_party for select to roundtable_app
  using (exists (select from roundtable.contract c where c.id = contract_party.contract));

create policy seen on roundtable.contract_entry for select to roundtable_app
  using (
    (select roundtable.buys())
    or contract = any ((select roundtable.contracts_won())::text[])
    or reach = 'terms' and exists (select from roundtable.contract c where c.id = contract_entry.contract)
    or reach = 'list' and exists (
      select from roundtable.contract_party p
      where p.contract = contract_entry.contract and p.account = (select roundtable.actor())
        and p.id in (contract_entry.body ->> 'from', contract_entry.body ->> 'to'))
    or reach = 'person' and (
      exists (
        select from roundtable.contract_giver g
        where g.contract = contract_entry.contract and g.person = contract_entry.person)
      or exists (
        select from roundtable.contract_person l join roundtable.access a on a.record = l.record
        where l.contract = contract_entry.contract and l.person = contract_entry.person
          and a.relationship in ('self', 'attorney', 'deputy', 'advocate', 'worker', 'professional', 'team', 'manager'))));

-- What is talked about with a provider, it reads; whose outcomes are drawn to be measured again, it does not.
create policy seen on roundtable.contract_note for select to roundtable_app
  using (
    (select roundtable.buys())
    or about like 'flag:%' and contract = any ((select roundtable.contracts_won())::text[]));

create policy seen on roundtable.visit_batch for select to roundtable_app
  using (
    (select roundtable.buys())
    or contract = any ((select roundtable.contracts_won())::text[])
    or written_by = (select roundtable.actor()));

create policy seen on roundtable.visit for select to roundtable_app
  using (
    (select roundtable.buys())
    or contract = any ((select roundtable.contracts_won())::text[])
    or exists (
      select from roundtable.contract_giver g where g.contract = visit.contract and g.person = visit.person)
    or exists (
      select from roundtable.contract_person l join roundtable.access a on a.record = l.record
      where l.contract = visit.contract and l.person = visit.person
        and a.relationship in ('self', 'attorney', 'deputy', 'advocate', 'worker', 'professional', 'team', 'manager')));

-- Adding: signed by the writer, in the name of a party of theirs, or in the person's name by the person, by who acts for
-- them, or by their worker, who typed in what they said.
create policy added on roundtable.contract_entry for insert to roundtable_app
  with check (
    written_by = (select roundtable.actor())
    and exists (
      select from roundtable.contract_may_add k
      where k.kind = contract_entry.kind
        and k.way = any (roundtable.contract_ways(contract_entry.contract, contract_entry.person)))
    and (
      exists (
        select from roundtable.contract_party p
        where p.contract = contract_entry.contract and p.account = (select roundtable.actor())
          and p.id = contract_entry.body ->> 'by')
      or kind in ('confirmed', 'contested', 'outcome-agreed') and body ->> 'by' = person
        and roundtable.contract_ways(contract_entry.contract, contract_entry.person) && array['worker', 'person']));
grant insert (contract, number, body, written_at, written_by, before, hash) on roundtable.contract_entry to roundtable_app;

create policy added on roundtable.contract_party for insert to roundtable_app
  with check (account = (select roundtable.actor()));
grant insert (contract, number, body, account, before, hash) on roundtable.contract_party to roundtable_app;

create policy added on roundtable.contract_note for insert to roundtable_app
  with check (
    written_by = (select roundtable.actor())
    and (
      (select roundtable.buys())
      or about like 'flag:%' and contract = any ((select roundtable.contracts_won())::text[])));
grant insert (contract, number, about, body, written_at, written_by, before, hash) on roundtable.contract_note to roundtable_app;

create policy added on roundtable.contract_submission for insert to roundtable_app
  with check (
    account = (select roundtable.actor())
    and exists (select from roundtable.contract c where c.id = contract_submission.contract));
grant insert (contract, account, key, digest, head) on roundtable.contract_submission to roundtable_app;

create policy added on roundtable.visit_batch for insert to roundtable_app
  with check (
    written_by = (select roundtable.actor())
    and roundtable.contract_ways(visit_batch.contract, null) && array['buyer', 'provider', 'giver']);
grant insert (contract, number, name, visits, digest, written_at, written_by, before, hash) on roundtable.visit_batch to roundtable_app;

-- Into a batch that this very transaction has opened, for people whom the writer supports.
create policy added on roundtable.visit for insert to roundtable_app
  with check (
    exists (
      select from roundtable.visit_batch b
      where b.contract = visit.contract and b.number = visit.batch
        and b.written_by = (select roundtable.actor()) and b.changed_in = pg_current_xact_id())
    and ((select roundtable.buys())
      or contract = any ((select roundtable.contracts_won())::text[])
      or exists (
        select from roundtable.contract_giver g where g.contract = visit.contract and g.person = visit.person)));
grant insert (contract, person, day, visit, turn, service, line, worker, planned_start, planned_end, started, ended, state, agreed, why, batch)
  on roundtable.visit to roundtable_app;

-- The owner of a server that is not ours is no superuser: the functions that make parts run as it, and call each other.
select guarded.make_visit_month(m::date) from generate_series(date '2025-01-01', date '2027-12-01', interval '1 month') m;
