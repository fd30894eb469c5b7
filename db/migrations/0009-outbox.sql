-- Sending: where somebody can be reached, and what waits to go to them, has gone or has come back. Neither is part of a
-- record: an address changes, is nobody's evidence, and leaves no trace when it is taken out. What a copy is of, to whom it
-- went and when stands in the record as before.

create table roundtable.address (
  record uuid not null,
  party text not null,
  channel text not null check (channel in ('email', 'phone', 'post')),
  value text not null check (length(value) between 3 and 1000),
  changed_at timestamptz(3) not null default now(),
  changed_by text not null references roundtable.account,
  primary key (record, party, channel),
  foreign key (record, party) references roundtable.party (record, id)
);
comment on table roundtable.address is 'Where somebody at the table of a record can be reached: one of each kind, the latest, nothing older.';

create table roundtable.outbox (
  id uuid primary key default gen_random_uuid(),
  record uuid not null,
  copy text not null,
  party text not null,
  channel text not null check (channel in ('email', 'phone', 'post')),
  state text not null default 'waits' check (state in ('waits', 'went', 'arrived', 'came-back', 'given-up')),
  tries integer not null default 0 check (tries >= 0),
  trouble text check (trouble in ('address', 'refused', 'settings', 'busy', 'away')),
  made_at timestamptz(3) not null default now(),
  made_by text not null references roundtable.account,
  changed_at timestamptz(3) not null default now(),
  next_at timestamptz(3) not null default now(),
  unique (record, copy),
  foreign key (record, copy) references roundtable.entry (record, id),
  foreign key (record, party) references roundtable.party (record, id)
);
create index outbox_next on roundtable.outbox (next_at) where state in ('waits', 'went');
comment on table roundtable.outbox is 'What becomes of a copy that is sent from here: nothing of what it says, and not where it goes.';
comment on column roundtable.outbox.trouble is 'Why the last try failed, in one of a few words; never the words of whoever carries it, which may hold an address.';

create table guarded.parcel (
  outbox uuid primary key references roundtable.outbox on delete cascade,
  address text not null,
  letter jsonb not null check (jsonb_typeof(letter) = 'object'),
  carried_as text check (length(carried_as) between 1 and 200)
);
comment on table guarded.parcel is 'The letter itself and where it goes, for the one who carries it; taken out when it has arrived.';
comment on column guarded.parcel.carried_as is 'Under which name the carrier knows it.';

do $$
declare
  of_table text;
begin
  foreach of_table in array array['roundtable.address', 'roundtable.outbox', 'guarded.parcel'] loop
    execute format('alter table %s enable row level security, force row level security', of_table);
    execute format('create policy kept_by_owner on %s to current_user using (true) with check (true)', of_table);
  end loop;
end
$$;

-- Somebody's own, theirs for whom one lawfully acts, and everybody's for those who send the letters of this record.
create function roundtable.may_reach(of_record uuid, of_party text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from roundtable.access a
    where a.record = of_record and a.holder = any (roundtable.holders()) and (
      of_party = any (a.sees_as)
      or exists (
        select from roundtable.policy p
        where p.relationship = a.relationship and p.resource = 'asking' and p.action = 'judge')))
$$;
comment on function roundtable.may_reach is 'Whether the signed-in account may see and change where a party can be reached.';
grant execute on function roundtable.may_reach(uuid, text) to roundtable_app;

create policy seen on roundtable.address for select to roundtable_app using (roundtable.may_reach(record, party));
grant select on roundtable.address to roundtable_app;

-- Whoever may read of the copy may know what became of it.
create policy seen on roundtable.outbox for select to roundtable_app
  using (exists (select from roundtable.entry e where e.record = outbox.record and e.id = outbox.copy));
grant select on roundtable.outbox to roundtable_app;

-- An address is put in, changed, or with null taken out.
create function roundtable.keep_address(of_record uuid, of_party text, of_channel text, of_value text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not roundtable.may_reach(of_record, of_party) or not exists (
    select from roundtable.party p where p.record = of_record and p.id = of_party
  ) then
    return false;
  end if;
  if of_value is null then
    delete from roundtable.address a
    where a.record = of_record and a.party = of_party and a.channel = of_channel;
  else
    insert into roundtable.address (record, party, channel, value, changed_by)
    values (of_record, of_party, of_channel, of_value, roundtable.actor())
    on conflict (record, party, channel) do update
      set value = excluded.value, changed_at = now(), changed_by = excluded.changed_by
      where address.value <> excluded.value;
  end if;
  return true;
end
$$;
grant execute on function roundtable.keep_address(uuid, text, text, text) to roundtable_app;

-- Puts the letter of a copy that this very transaction has written down into the outbox. Where it goes is looked up here:
-- no statement can send it anywhere but to where its reader is known to be.
create function roundtable.send_copy(of_record uuid, of_copy text, of_channel text, of_letter jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  who text := roundtable.actor();
  reader text;
  goes_to text;
  made uuid;
begin
  -- The same form sent twice: it is on its way already.
  if exists (
    select from roundtable.outbox o where o.record = of_record and o.copy = of_copy and o.made_by = who
  ) then
    return 'kept';
  end if;
  select e.body ->> 'to' into reader
  from roundtable.entry e join roundtable.record r on r.id = e.record
  where e.record = of_record and e.id = of_copy and e.kind = 'copy' and e.written_by = who
    and e.written_at = date_trunc('milliseconds', now()) and r.changed_in = pg_current_xact_id();
  if reader is null then
    return 'no';
  end if;
  select a.value into goes_to
  from roundtable.address a where a.record = of_record and a.party = reader and a.channel = of_channel;
  if goes_to is null then
    return 'no-address';
  end if;
  insert into roundtable.outbox (record, copy, party, channel, made_by)
  values (of_record, of_copy, reader, of_channel, who) returning id into made;
  insert into guarded.parcel (outbox, address, letter) values (made, goes_to, of_letter);
  return 'kept';
end
$$;
grant execute on function roundtable.send_copy(uuid, text, text, jsonb) to roundtable_app;

-- What came back goes out again, to the address as it is now; by whoever may send a letter of this record.
create function roundtable.send_again(of_outbox uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  sent roundtable.outbox;
  goes_to text;
begin
  select * into sent from roundtable.outbox o where o.id = of_outbox for update;
  if not found or sent.state not in ('came-back', 'given-up') or not exists (
    select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
    where a.record = sent.record and a.holder = any (roundtable.holders())
      and p.resource = 'asking' and p.action = 'judge'
  ) then
    return false;
  end if;
  select a.value into goes_to
  from roundtable.address a where a.record = sent.record and a.party = sent.party and a.channel = sent.channel;
  update guarded.parcel p set address = goes_to, carried_as = null where p.outbox = of_outbox and goes_to is not null;
  if not found then
    return false;
  end if;
  update roundtable.outbox o
  set state = 'waits', tries = 0, trouble = null, changed_at = now(), next_at = now() where o.id = of_outbox;
  return true;
end
$$;
grant execute on function roundtable.send_again(uuid) to roundtable_app;
