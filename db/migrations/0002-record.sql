-- The record: what was said and done, in order, only ever added to; and the lists that are made from it.

create table roundtable.record (
  id uuid primary key default gen_random_uuid(),
  person jsonb not null check (jsonb_typeof(person) = 'object'),
  person_party text not null check (length(person_party) between 1 and 200),
  person_name text not null,
  born date not null,
  policy jsonb check (jsonb_typeof(policy) = 'object'),
  opened_at timestamptz(3) not null,
  opening bytea not null check (length(opening) = 32),
  head integer not null default 0 check (head >= 0),
  head_hash bytea not null check (length(head_hash) = 32),
  parties integer not null default 0 check (parties >= 0),
  parties_hash bytea not null check (length(parties_hash) = 32),
  changed_in xid8
);
comment on table roundtable.record is 'One person''s record: who it is about, and where its log stands.';
comment on column roundtable.record.person is 'The person, as in the record file.';
comment on column roundtable.record.policy is 'The record file''s own time standards and prices, where it has any.';
comment on column roundtable.record.opening is 'SHA-256 of who the record is about: what the first entry and the first party are chained to.';
comment on column roundtable.record.head is 'The number of the last entry. An end of the log that was cut off shows by it.';
comment on column roundtable.record.changed_in is 'The transaction that last added an entry: only that one may keep the standing.';
create index record_by_name on roundtable.record (person_name);

create table roundtable.party (
  record uuid not null references roundtable.record,
  id text not null check (length(id) between 1 and 200),
  number integer not null check (number > 0),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  role text not null,
  account text references roundtable.account,
  before bytea not null check (length(before) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (record, id),
  unique (record, number)
);
create index party_of_account on roundtable.party (account) where account is not null;
comment on table roundtable.party is 'Everyone at the table of a record. Chained like the entries.';
comment on column roundtable.party.account is 'With what they sign in, where they do. Outside the chain: it says nothing about the person.';

create table roundtable.entry (
  record uuid not null references roundtable.record,
  number integer not null check (number > 0),
  id text not null check (length(id) between 1 and 200),
  kind text not null,
  resource text not null,
  action text not null,
  owner text,
  on_day date not null,
  body jsonb not null check (jsonb_typeof(body) = 'object' and body ->> 'id' = id and body ->> 'kind' = kind),
  withheld_from text[] not null default '{}',
  written_at timestamptz(3) not null,
  written_by text references roundtable.account,
  before bytea not null check (length(before) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (record, number),
  unique (record, id)
);
comment on table roundtable.entry is 'The log. The service''s role may add and read; nobody may change or remove.';
comment on column roundtable.entry.number is '1, 2, 3 ... in the record, without a gap: two people cannot write over each other.';
comment on column roundtable.entry.body is 'The entry as in a record file, money in pounds.';
comment on column roundtable.entry.resource is 'The part of the record to which it belongs, as placeOf in src/record/access.ts gives it.';
comment on column roundtable.entry.owner is 'The party whose own it is, where that matters.';
comment on column roundtable.entry.written_by is 'Null where it came in with a file.';
comment on column roundtable.entry.hash is
  'SHA-256 of the hash before, and the canonical JSON (RFC 8785) of record, number, body, written_at and written_by.';

create table roundtable.withheld (
  record uuid not null,
  number integer not null,
  party text not null,
  on_day date not null,
  exemption text not null,
  why text not null,
  primary key (record, number, party),
  foreign key (record, number) references roundtable.entry
);
comment on table roundtable.withheld is 'That something is kept from somebody, and on what ground: told to exactly those from whom it is kept.';

create table roundtable.access (
  record uuid not null references roundtable.record,
  account text references roundtable.account,
  team text,
  party text,
  relationship text not null,
  sees_as text[] not null default '{}',
  holder text not null generated always as (
    case when account is not null then 'account:' || account
         when relationship = 'manager' then 'manager:' || team
         else 'team:' || team end
  ) stored,
  check ((account is null) <> (team is null)),
  unique nulls not distinct (record, holder, relationship, party)
);
create index access_of_holder on roundtable.access (holder, record);
comment on table roundtable.access is 'How somebody stands to a record today. Made from parties and entries; never written by hand.';
comment on column roundtable.access.sees_as is
  'The parties as which its holder sees: what is withheld from one of them is withheld from the holder. Whoever acts for the person sees no more than the person.';

create table roundtable.standing (
  record uuid primary key references roundtable.record,
  head integer not null,
  person_name text not null,
  stage text not null,
  worker text references roundtable.account,
  last_on date,
  open_disputes integer not null default 0 check (open_disputes >= 0),
  waiting_since date
);
create index standing_of_worker on roundtable.standing (worker);
comment on table roundtable.standing is 'Where each record stands, for lists. Made from the log by src/record/standing.ts, in the same transaction as the entry.';
comment on column roundtable.standing.head is 'The number of the entry up to which it was made.';

create table roundtable.look (
  id bigint primary key generated always as identity,
  record uuid not null references roundtable.record,
  account text not null references roundtable.account,
  name text not null,
  relationship text not null,
  page text not null check (length(page) between 1 and 500),
  at timestamptz(3) not null
);
create index look_at_record on roundtable.look (record, at);
comment on table roundtable.look is 'Who looked at which page of a record, when, and why they could. Only added to.';

create table roundtable.submission (
  record uuid not null references roundtable.record,
  account text not null references roundtable.account,
  key text not null check (length(key) between 1 and 255),
  digest bytea not null check (length(digest) = 32),
  head integer not null,
  at timestamptz(3) not null default now(),
  primary key (record, account, key)
);
comment on table roundtable.submission is 'What was sent with a key, so that the same form sent twice has one effect and one answer.';

create table roundtable.policy (
  relationship text not null,
  resource text not null,
  action text not null,
  primary key (relationship, resource, action)
);
comment on table roundtable.policy is 'Who may do what: kept equal to POLICY in src/record/access.ts at every start. What it does not name is denied.';

create table roundtable.kind_access (
  kind text primary key,
  resource text not null,
  action text not null
);
comment on table roundtable.kind_access is 'To which part of the record each kind of entry belongs, and what it takes to add one: KIND_ACCESS in src/record/access.ts.';

create table roundtable.carer_topic (topic text primary key);
comment on table roundtable.carer_topic is 'The topics of which a carer speaks for themselves: CARER_OUTCOMES in src/domain/outcomes/topics.ts.';
